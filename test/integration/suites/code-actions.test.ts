import * as vscode from 'vscode';
import { assert, assertEqual, present } from '../expect';
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
const FIX_TITLE = 'Set unclean.leader.election.enable to false';

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
    const finding = present(
      findings.find(({ range }) => range.start.line === LINE),
      'the finding',
    );
    const actions = await quickFixesAt(document.uri, finding.range);
    const fix = present(
      actions.find(({ title }) => title === FIX_TITLE),
      `"${FIX_TITLE}" among [${actions.map(({ title }) => title).join(', ')}]`,
    );
    assert(await vscode.workspace.applyEdit(present(fix.edit, 'the edit')), 'VS Code refused the edit');
    await untilFindings(document.uri, (all) => !onLine(LINE)(all), 'no finding on unclean leader election');
    assertEqual(document.getText(), UNCLEAN.replace('=true', '=false'), 'the text');
  });
});
