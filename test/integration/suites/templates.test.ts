import * as vscode from 'vscode';
import { assert, assertEqual, present } from '../expect';
import { closeEverything, fileAt, openInEditor, replaceText, writeFile } from '../workspace-files';

const folder = 'templates/team/producer';
const manifest = `id: team/producer
version: 1.0.0
title: Producer
description: Writes to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders, validate: { format: kafka-topic } }
  - { name: replicas, type: number, title: Replicas, default: 2 }
derived:
  label: concat(topic, '-producer')
`;
const program = 'TOPIC = {{py topic}}\nREPLICAS = {{py replicas}}\nLABEL = {{py label}}\n';

/** Resolves with the problems of a file once they are as wanted; VS Code tells when they change. */
function problemsOf(
  uri: vscode.Uri,
  isWanted: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const own = (): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'template-broken');
  return new Promise((resolve) => {
    if (isWanted(own())) return resolve(own());
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isWanted(own())) return;
      listening.dispose();
      resolve(own());
    });
  });
}

describe('authoring templates', () => {
  let hbs: vscode.Uri;
  let yaml: vscode.Uri;
  before(async () => {
    yaml = await writeFile(`${folder}/template.yaml`, manifest);
    hbs = await writeFile(`${folder}/files/app.py.hbs`, program);
    await writeFile(`${folder}/cases/defaults/answers.yaml`, '{}\n');
    await writeFile(`${folder}/cases/payments/answers.yaml`, 'topic: payments\n');
  });
  afterEach(async () => {
    // A document that is closed while it differs from its file may live on, unsaved.
    for (const document of vscode.workspace.textDocuments) {
      if (!document.isDirty || document.uri.toString() !== hbs.toString()) continue;
      await replaceText(document, program);
      await document.save();
    }
    await closeEverything();
  });
  after(async () => {
    await vscode.workspace.fs.delete(fileAt('templates'), { recursive: true });
  });

  it('underlines an unknown name as it is typed, and no longer once it is mended', async () => {
    const document = await openInEditor(hbs);
    await replaceText(document, program.replace('py topic', 'py topik'));
    const [problem] = await problemsOf(hbs, ({ length }) => length > 0);
    const { message, range } = present(problem, 'a problem');
    assert(message.includes('"topik" is neither a question nor derived'), message);
    assertEqual(document.getText(range), 'topik', 'the underlined text');
    await replaceText(document, program);
    await problemsOf(hbs, ({ length }) => length === 0);
  });

  it('marks a question that nothing uses at its name, and bare braces of another language', async () => {
    const document = await openInEditor(hbs);
    await replaceText(document, 'TOPIC = {{py topic}}\nLABEL = {{py label}}\nimage: {{ .Values.image }}\n');
    await problemsOf(hbs, ({ length }) => length > 0);
    const [unused] = await problemsOf(yaml, ({ length }) => length > 0);
    const { message, range } = present(unused, 'a problem of the manifest');
    assert(message.includes('"replicas" changes nothing'), message);
    assertEqual(
      (await vscode.workspace.openTextDocument(yaml)).getText(range),
      'replicas',
      'the underlined text',
    );
  });

  it('leaves the template.yaml of other tools alone', async () => {
    const other = await writeFile('other/template.yaml', 'Resources:\n  Queue: {}\n');
    await openInEditor(other);
    const document = await openInEditor(hbs);
    await replaceText(document, '{{py topik}}');
    await problemsOf(hbs, ({ length }) => length > 0);
    assertEqual(vscode.languages.getDiagnostics(other).length, 0, 'problems of the other file');
    await vscode.workspace.fs.delete(fileAt('other'), { recursive: true });
  });

  it('completes names and helpers between braces, and names in expressions', async () => {
    const document = await openInEditor(hbs);
    const at = document.positionAt(program.indexOf('py topic') + 'py '.length);
    const between = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      hbs,
      at,
    );
    const labels = between.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const name of ['topic', 'replicas', 'label'])
      assert(labels.includes(name), `${name} in ${labels.join()}`);
    const first = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      hbs,
      document.positionAt(program.indexOf('py topic')),
    );
    assert(
      first.items.some(({ label }) => label === 'toml'),
      'the helper toml is offered',
    );
  });

  it('goes from a use to its question, and from the question to all uses', async () => {
    await openInEditor(hbs);
    const use = new vscode.Position(0, program.indexOf('topic') + 1);
    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      hbs,
      use,
    );
    const found = present(definition, 'the definition');
    assert(found.uri.path.endsWith('template.yaml'), found.uri.path);
    assertEqual(found.range.start.line, 5, 'the line of the question');
    const uses = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      found.uri,
      found.range.start,
    );
    const files = uses.map(({ uri }) => uri.path.split('/').at(-1));
    assert(files.includes('app.py.hbs') && files.includes('template.yaml'), files.join());
  });

  it('previews the file beside it with the answers of a case, as it is typed', async () => {
    const document = await openInEditor(hbs);
    await vscode.commands.executeCommand('aiPatterns.previewTemplate', hbs);
    const preview = present(
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'ai-patterns-template'),
      'the preview',
    );
    assertEqual(
      preview.getText(),
      'TOPIC = "orders"\nREPLICAS = 2\nLABEL = "orders-producer"\n',
      'the preview',
    );
    const changed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidChangeTextDocument(({ document: of }) => {
        if (of !== preview || !of.getText().startsWith('# new')) return;
        listening.dispose();
        resolve();
      });
    });
    await replaceText(document, `# new\n${program}`);
    await changed;
  });

  it('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['createTemplate', 'previewTemplate', 'switchTemplateCase', 'resolveConflicts'])
      assert(commands.includes(`aiPatterns.${name}`), name);
  });
});
