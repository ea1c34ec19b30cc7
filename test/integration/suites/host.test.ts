import * as vscode from 'vscode';
import { assertEqual } from '../expect';
import { fileAt, writeFile } from '../workspace-files';

describe('the host', () => {
  it('finds files of the workspace', async () => {
    const found = await vscode.workspace.findFiles('{serving,kafka}/*.{yaml,properties}');
    const names = found.map(({ path }) => path.split('/').at(-1)).sort();
    assertEqual(names, ['fraud-model.yaml', 'server.properties'], 'found files');
  });

  it('reads back what it wrote', async () => {
    const uri = await writeFile('made/here.txt', 'grüezi\n');
    assertEqual(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), 'grüezi\n', 'text');
    await vscode.workspace.fs.delete(fileAt('made'), { recursive: true });
  });
});
