import * as vscode from 'vscode';
import { assert, present } from '../expect';
import { onLine, untilFindings } from '../findings';
import { closeEverything, openInEditor, writeFile } from '../workspace-files';

const UNCLEAN = [
  '# why it is set: nobody remembers',
  'process.roles=broker',
  'node.id=1',
  'unclean.leader.election.enable=true',
  '',
].join('\n');
const LINE = 3;

async function quickFixesAt(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

describe('a quick fix', () => {
  afterEach(closeEverything);

  it('mends the finding that it names, and leaves the rest of the file', async () => {
    const document = await openInEditor(await writeFile('fixed/server.properties', UNCLEAN));
    const findings = await untilFindings(document.uri, onLine(LINE), 'a finding on unclean leader election');
    const { range } = present(
      findings.find((finding) => finding.range.start.line === LINE),
      'the finding',
    );
    const actions = await quickFixesAt(document.uri, range);
    const fix = present(
      actions.find(({ edit, isPreferred }) => edit !== undefined && isPreferred === true),
      `a preferred fix among [${actions.map(({ title }) => title).join(', ')}]`,
    );
    assert(await vscode.workspace.applyEdit(present(fix.edit, 'the edit')), 'VS Code refused the edit');
    await untilFindings(document.uri, (all) => !onLine(LINE)(all), 'no finding on unclean leader election');
    assert(
      document.getText().startsWith('# why it is set: nobody remembers\nprocess.roles=broker\n'),
      'the rest changed',
    );
  });
});
