import * as vscode from 'vscode';
import { assert, assertEqual } from '../expect';
import { getExtension } from '../extension-under-test';
import { closeEverything, openInEditor, writeFile } from '../workspace-files';

const PRODUCER = 'bootstrap.servers=kafka-1:9092\nlinger.ms=5\nacks=\n';
const DEPLOYMENT = [
  'apiVersion: flink.apache.org/v1beta1',
  'kind: FlinkDeployment',
  'metadata: { name: features }',
  'spec:',
  '  flinkVersion: v1_18',
  '  flinkConfiguration:',
  '    taskmanager.numberOfTaskSlots: "2"',
  '    exec',
  '',
].join('\n');

async function open(path: string, text: string): Promise<vscode.TextDocument> {
  const document = await openInEditor(await writeFile(path, text));
  const api: unknown = await getExtension().activate();
  if (!canSettle(api)) throw new Error('The extension tells not when it has settled.');
  await api.settled();
  return document;
}

function canSettle(api: unknown): api is { settled(): Promise<void> } {
  return typeof api === 'object' && api !== null && 'settled' in api;
}

async function hoverAt(document: vscode.TextDocument, line: number, character: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function suggestedAt(
  document: vscode.TextDocument,
  line: number,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.lineAt(line).range.end,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

describe('keys and versions', () => {
  before(() => getExtension().activate());
  afterEach(closeEverything);

  it('are explained in a hover, from facts packed beside the bundle', async () => {
    const text = await hoverAt(await open('keys/producer.properties', PRODUCER), 1, 3);
    assert(text.includes('**linger.ms** — Java producer'), text);
    assert(text.includes('Before 4.0 the default was `0`'), text);
  });

  it('are suggested, with their values', async () => {
    const values = await suggestedAt(await open('keys/producer.properties', PRODUCER), 2);
    const own = values.filter(({ kind }) => kind === vscode.CompletionItemKind.EnumMember).map(labelOf);
    assertEqual(own.join(), 'all,-1,0,1', 'the values of acks');
    const keys = await suggestedAt(await open('keys/features.yaml', DEPLOYMENT), 7);
    assert(keys.map(labelOf).includes('execution.checkpointing.interval'), keys.map(labelOf).join());
  });

  it('show the releases of a product, and beside it when support ended', async () => {
    const document = await open('keys/features.yaml', DEPLOYMENT);
    const text = await hoverAt(document, 4, 18);
    assert(text.includes('Support ended on 2024-08-01'), text);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const [hint] = hints;
    assertEqual(hints.length, 1, 'hints');
    assertEqual(hint?.label, 'support ended 2024-08-01', 'the hint');
    assertEqual(hint?.textEdits?.[0]?.newText, 'v1_20', 'what accepting the hint writes');
  });

  it('can be switched off one by one', async () => {
    const document = await open('keys/features.yaml', DEPLOYMENT);
    const settings = vscode.workspace.getConfiguration('aiPatterns');
    await settings.update('hints.endOfSupport', false, vscode.ConfigurationTarget.Workspace);
    try {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      assertEqual(hints.length, 0, 'hints');
    } finally {
      await settings.update('hints.endOfSupport', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
