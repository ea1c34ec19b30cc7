import * as vscode from 'vscode';
import { assert, assertEqual, present } from '../expect';
import { getExtension } from '../extension-under-test';
import { closeEverything, openInEditor, writeFile } from '../workspace-files';

const HOST = ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', '  name: a', ''].join('\n');

async function labelsAt(document: vscode.TextDocument): Promise<readonly string[]> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('snippets', () => {
  before(() => getExtension().activate());
  afterEach(closeEverything);

  it('are inserted by their prefix into a file that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('aiPatterns.insertSnippet', 'ai-strimzi-topic');
    const text = document.getText();
    assert(text.startsWith('apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\n'), text);
    assert(text.includes('topicName: transactions.raw.v1\n'), 'the tab stops are not linked');
    assert(!text.includes('${'), 'a placeholder was written as it stands');
  });

  it('become one more document of a file that has one, undone at once', async () => {
    const document = await openInEditor(await writeFile('snippets/two.yaml', HOST));
    await vscode.commands.executeCommand('aiPatterns.insertSnippet', 'ai-strimzi-topic');
    assert(
      document.getText().startsWith(`${HOST}---\napiVersion: kafka.strimzi.io/v1\n`),
      document.getText(),
    );
    await vscode.commands.executeCommand('undo');
    assertEqual(document.getText(), HOST, 'the text after undo');
  });

  it('stand as deep as the place where they are put', async () => {
    const host = ['spec:', '  containers:', '    - name: a', ''].join('\n');
    const document = await openInEditor(await writeFile('snippets/deep.yaml', host));
    const editor = present(vscode.window.activeTextEditor, 'an editor');
    editor.selection = new vscode.Selection(2, 5, 2, 5);
    await vscode.commands.executeCommand('aiPatterns.insertSnippet', 'ai-k8s-resources');
    assertEqual(document.lineAt(3).text, '      resources:', 'the first line');
    assert(document.lineAt(4).text.startsWith('        requests: {'), document.lineAt(4).text);
  });

  it('open a file of their own where no editor is open', async () => {
    await vscode.commands.executeCommand('aiPatterns.insertSnippet', 'ai-kafka-broker');
    const { document } = present(vscode.window.activeTextEditor, 'an editor');
    assertEqual(document.languageId, 'properties', 'language');
    assert(document.getText().startsWith('process.roles=broker\n'), document.getText());
  });

  it('are suggested by VS Code itself, in their own languages only', async () => {
    const yaml = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'ai-' });
    const properties = await vscode.workspace.openTextDocument({ language: 'properties', content: 'ai-' });
    const inYaml = await labelsAt(yaml);
    const inProperties = await labelsAt(properties);
    assert(inYaml.includes('ai-kserve-service'), `in YAML: ${inYaml.join(', ')}`);
    assert(!inYaml.includes('ai-kafka-broker'), 'a snippet of properties is suggested in YAML');
    assert(inProperties.includes('ai-kafka-broker'), `in properties: ${inProperties.join(', ')}`);
    assert(!inProperties.includes('ai-kserve-service'), 'a snippet of YAML is suggested in properties');
  });

  it('are refused by a name that none has', async () => {
    let message = '';
    try {
      await vscode.commands.executeCommand('aiPatterns.insertSnippet', 'ai-no-such-thing');
    } catch (error) {
      message = String(error);
    }
    assert(message.includes('There is no snippet "ai-no-such-thing"'), message);
  });
});
