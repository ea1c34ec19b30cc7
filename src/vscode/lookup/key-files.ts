import * as vscode from 'vscode';
import { KeyStore } from '../../lookup/key-store';

/** The key facts that are packed beside the bundle, in any host; a file is read when its technology is first asked for. */
export function packedKeys(extension: vscode.Uri): KeyStore {
  return new KeyStore(async (technology) => {
    const file = vscode.Uri.joinPath(extension, 'dist/keys', `${technology}.json`);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  });
}
