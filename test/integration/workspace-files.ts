import * as vscode from 'vscode';
import { present } from './expect';

/** The address of a file of the workspace; its scheme differs between hosts, so paths are never compared. */
export function fileAt(path: string): vscode.Uri {
  const folder = present(vscode.workspace.workspaceFolders?.[0], 'a workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace and gives its address. */
export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = fileAt(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file as the Explorer does, so that closing its editor also closes the document. */
export async function openInEditor(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return present(
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString()),
    `an open document ${uri.path}`,
  );
}

/** Replaces all text of a document, as one edit. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, document.validateRange(whole), text);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`VS Code refused to edit ${document.uri.path}`);
}

/** Saves nothing and closes every editor. */
export async function closeEverything(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
