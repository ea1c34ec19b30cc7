import * as vscode from 'vscode';
import { assert, assertEqual } from '../expect';
import { findingsIn, none, onLine, ruleOf, untilFindings } from '../findings';
import { MemoryFileSystem } from '../memory-file-system';
import { closeEverything, fileAt, openInEditor, replaceText, writeFile } from '../workspace-files';

const IMAGE_LINE = 8;

function inferenceService(image: string): string {
  return [
    'apiVersion: serving.kserve.io/v1beta1',
    'kind: InferenceService',
    'metadata:',
    '  name: fraud-model',
    'spec:',
    '  predictor:',
    '    containers:',
    '      - name: kserve-container',
    `        image: ${image}`,
    '',
  ].join('\n');
}

const UNPINNED = inferenceService('ghcr.io/acme/fraud-scorer:latest');
const PINNED = inferenceService(`ghcr.io/acme/fraud-scorer@sha256:${'0'.repeat(64)}`);
const nothingOnImage = (findings: readonly vscode.Diagnostic[]): boolean => !onLine(IMAGE_LINE)(findings);

describe('findings in the editor', () => {
  afterEach(closeEverything);

  it('come with a rule and a page, for a file on disk', async () => {
    const uri = fileAt('serving/fraud-model.yaml');
    await openInEditor(uri);
    const findings = await untilFindings(uri, onLine(IMAGE_LINE), 'a finding on the image');
    for (const finding of findings) {
      assert(/^[a-z-]+\/[a-z0-9-]+$/.test(ruleOf(finding)), `"${ruleOf(finding)}" is no rule`);
      assert(
        typeof finding.code === 'object' && 'target' in finding.code,
        `${ruleOf(finding)} links to no page`,
      );
    }
  });

  it('come for a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: UNPINNED });
    await vscode.window.showTextDocument(document);
    await untilFindings(document.uri, onLine(IMAGE_LINE), 'a finding on the image');
  });

  it('come for a read-only file that is on no disk', async () => {
    const files = new MemoryFileSystem(new Map([['/serving/fraud-model.yaml', UNPINNED]]));
    const registration = vscode.workspace.registerFileSystemProvider('ai-patterns-memory', files, {
      isReadonly: true,
    });
    try {
      const uri = vscode.Uri.parse('ai-patterns-memory:/serving/fraud-model.yaml');
      await openInEditor(uri);
      await untilFindings(uri, onLine(IMAGE_LINE), 'a finding on the image');
    } finally {
      await closeEverything();
      registration.dispose();
    }
  });

  it('come for a properties file of a broker', async () => {
    const uri = fileAt('kafka/server.properties');
    await openInEditor(uri);
    await untilFindings(uri, onLine(2), 'a finding on unclean leader election');
  });

  it('go when an edit mends the file, and return when it is undone', async () => {
    const document = await openInEditor(await writeFile('edited.yaml', UNPINNED));
    await untilFindings(document.uri, onLine(IMAGE_LINE), 'a finding on the image');
    await replaceText(document, PINNED);
    await untilFindings(document.uri, nothingOnImage, 'no finding on the image');
    await vscode.commands.executeCommand('undo');
    await untilFindings(document.uri, onLine(IMAGE_LINE), 'a finding again');
  });

  it('move with the text when a line is added above', async () => {
    const document = await openInEditor(await writeFile('moved.yaml', UNPINNED));
    await untilFindings(document.uri, onLine(IMAGE_LINE), 'a finding on the image');
    await replaceText(document, `# one line more\n${UNPINNED}`);
    await untilFindings(document.uri, onLine(IMAGE_LINE + 1), 'the finding one line below');
  });

  it('move with the text in a file of many findings, too', async () => {
    const many = 250;
    const text = Array.from({ length: many }, () => UNPINNED).join('---\n');
    const document = await openInEditor(await writeFile('many.yaml', text));
    const linesEach = IMAGE_LINE + 2;
    const shiftedBy = (lines: number) => (findings: readonly vscode.Diagnostic[]) =>
      Array.from({ length: many }).every((_, index) =>
        findings.some(({ range }) => range.start.line === index * linesEach + IMAGE_LINE + lines),
      );
    await untilFindings(document.uri, shiftedBy(0), 'a finding on each image');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# one line more\n');
    assert(await vscode.workspace.applyEdit(edit), 'VS Code refused the edit');
    await untilFindings(document.uri, shiftedBy(1), 'each finding one line below');
  });

  it('go when the document is closed', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: UNPINNED });
    await vscode.window.showTextDocument(document);
    await untilFindings(document.uri, onLine(IMAGE_LINE), 'a finding on the image');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilFindings(document.uri, none, 'no finding in a closed document');
  });

  it('follow a file that is renamed', async () => {
    const from = await writeFile('before.yaml', UNPINNED);
    await openInEditor(from);
    await untilFindings(from, onLine(IMAGE_LINE), 'a finding on the image');
    const to = fileAt('after.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to, { overwrite: true });
    assert(await vscode.workspace.applyEdit(edit), 'VS Code refused to rename the file');
    await untilFindings(to, onLine(IMAGE_LINE), 'a finding under the new name');
    await untilFindings(from, none, 'no finding under the old name');
  });

  it('go when the file is deleted', async () => {
    const uri = await writeFile('deleted.yaml', UNPINNED);
    await openInEditor(uri);
    await untilFindings(uri, onLine(IMAGE_LINE), 'a finding on the image');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert(await vscode.workspace.applyEdit(edit), 'VS Code refused to delete the file');
    await untilFindings(uri, none, 'no finding in a deleted file');
  });

  it('are not there for a file that is none of ours', async () => {
    const uri = await writeFile('notes.yaml', 'shopping:\n  - bread\n');
    await openInEditor(uri);
    // A file of ours, opened after it, has its findings: so the other was seen too.
    const witness = fileAt('serving/fraud-model.yaml');
    await openInEditor(witness);
    await untilFindings(witness, onLine(IMAGE_LINE), 'a finding on the image');
    assertEqual(findingsIn(uri).map(ruleOf), [], 'findings');
  });
});
