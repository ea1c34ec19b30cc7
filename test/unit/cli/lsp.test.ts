import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { Sandbox } from './command-line';

const program = path.resolve(import.meta.dirname, '../../../dist/cli.cjs');

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly code: string; readonly range: object }[];
}

describe('ai-patterns lsp', () => {
  let box: Sandbox;
  let child: ChildProcess;
  let connection: MessageConnection;
  before(async () => {
    box = new Sandbox();
    child = spawn(process.execPath, [program, 'lsp', '--stdio'], {
      cwd: box.folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!child.stdout || !child.stdin) throw new Error('The server has no streams.');
    connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const uri = pathToFileURL(box.folder).href;
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: uri,
      capabilities: {},
      workspaceFolders: [{ uri, name: 'box' }],
    });
    await connection.sendNotification('initialized', {});
  });
  after(async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
    child.kill();
    box.remove();
  });

  it('publishes findings of a document that is not saved, and offers its fix', async () => {
    const uri = pathToFileURL(path.join(box.folder, 'server.properties')).href;
    const published = new Promise<Published>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    const text = 'process.roles=broker\nunclean.leader.election.enable=true\n';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'properties', version: 1, text },
    });
    const { diagnostics } = await published;
    const found = diagnostics.find(({ code }) => code === 'kafka/no-unclean-leader-election');
    assert.deepEqual(found?.range, { start: { line: 1, character: 31 }, end: { line: 1, character: 35 } });
    const actions: { title: string }[] = await connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: found.range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => title === 'Set unclean.leader.election.enable to false'));
  });

  it('says what a key means, and suggests the values that it takes', async () => {
    const uri = pathToFileURL(path.join(box.folder, 'producer.properties')).href;
    const text = 'bootstrap.servers=a:9092\nlinger.ms=5\nacks=\n';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'properties', version: 1, text },
    });
    const hover: { contents: { value: string } } = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 2 },
    });
    assert.match(hover.contents.value, /\*\*linger\.ms\*\* — Java producer/);
    const items: { label: string }[] = await connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: 5 },
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['all', '-1', '0', '1'],
    );
  });
});
