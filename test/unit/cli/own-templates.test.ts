import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { templatesFor } from '../../../src/cli/own-templates';
import { bytesOf } from '../../../src/scaffold/text';
import { Sandbox } from './command-line';

const program = path.resolve(import.meta.dirname, '../../../dist/cli.cjs');
const manifest = `id: team/producer
version: 1.0.0
title: Producer
description: Writes to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders }
`;
const files = {
  'team/producer/template.yaml': manifest,
  'team/producer/files/app.py.hbs': 'TOPIC = {{py topic}}\n',
};

describe('templates of the user’s own on the command line', () => {
  let box: Sandbox;
  let told: string;
  beforeEach(() => {
    box = new Sandbox();
    told = '';
  });
  afterEach(() => {
    box.remove();
  });

  const at = (name: string): string => path.join(box.folder, name);
  const settings = (source: string): void => {
    box.write({ '.ai-patterns.yaml': `version: 1\ntemplates:\n  - ${JSON.stringify(source)}\n` });
  };
  const collection = (): void => {
    box.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`patterns/${name}`, text])));
  };
  /** Ids of the user's own templates that would be used. */
  async function used(...trust: string[]): Promise<readonly string[]> {
    const { own } = await templatesFor(box.folder, trust, {
      ...surroundings(),
      stderr: { write: (text) => (told += text) },
    });
    return own.map(({ template }) => template.manifest.id);
  }
  function surroundings(): Parameters<typeof templatesFor>[2] {
    const { stdin } = process;
    const stdout = { write: () => true };
    return { stdout, stderr: stdout, stdin, cwd: box.folder, environment: {}, today: '2026-11-23' };
  }
  /** The built program, beside which the shipped templates lie. */
  function call(...argv: string[]): { readonly code: number | null; readonly err: string } {
    const { status, stderr } = spawnSync(process.execPath, [program, ...argv], {
      cwd: box.folder,
      encoding: 'utf8',
    });
    return { code: status, err: stderr };
  }
  const pinned = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const zip = (): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])));

  it('uses a folder only when --trust names exactly it', async () => {
    collection();
    settings('patterns');
    assert.deepEqual(await used(), []);
    assert.match(told, /are not used\. Look at them, then add --trust '.*patterns'/);
    assert.deepEqual(await used('patterns'), ['team/producer']);
    assert.deepEqual(await used(at('patterns')), ['team/producer']);
  });

  it('does not take trust in a folder above or beside, nor in a beginning of the name', async () => {
    collection();
    settings('patterns');
    for (const other of [box.folder, at('pattern'), at('patterns/team'), at('patterns-of-others')])
      assert.deepEqual(await used(other), [], other);
  });

  it('uses a zip whose hash is the pinned one, and no other', async () => {
    const bytes = zip();
    writeFileSync(at('own.zip'), bytes);
    const origin = `own.zip#sha256=${pinned(bytes)}`;
    settings(origin);
    assert.deepEqual(await used('own.zip'), []);
    assert.deepEqual(await used(origin), ['team/producer']);
    writeFileSync(at('own.zip'), zipSync({ 'team/producer/template.yaml': bytesOf(manifest) }));
    assert.deepEqual(await used(origin), []);
    assert.match(told, /not the pinned/);
  });

  it('refuses a zip without a hash and an address, and says what to write', async () => {
    writeFileSync(at('own.zip'), zip());
    settings('own.zip');
    assert.deepEqual(await used('own.zip'), []);
    assert.match(told, /not pinned by its hash.*own\.zip#sha256=/);
    settings('https://example.org/own.zip');
    assert.deepEqual(await used('https://example.org/own.zip'), []);
    assert.match(told, /never fetched/);
  });

  it('goes on with the other templates where one is broken, and says where', async () => {
    collection();
    box.write({ 'patterns/team/broken/template.yaml': 'id: team/broken\nversion: one\n' });
    settings('patterns');
    assert.deepEqual(await used('patterns'), ['team/producer']);
    assert.match(told, /team\/broken\/template\.yaml:\d+:\d+/);
  });

  it('scaffolds from a trusted collection, and refuses the template while it is not trusted', function () {
    this.timeout(20_000);
    collection();
    settings('patterns');
    const refused = call('new', 'team/producer', '--dest', '.', '--yes');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /There is no template "team\/producer".*--trust/s);
    const { code, err } = call('new', 'team/producer', '--yes', '--trust', 'patterns');
    assert.equal(code, 0, err);
    assert.equal(readFileSync(at('app.py'), 'utf8'), 'TOPIC = "orders"\n');
  });

  it('updates from the same collection', function () {
    this.timeout(20_000);
    collection();
    settings('patterns');
    call('new', 'team/producer', '--yes', '--trust', 'patterns');
    box.write({
      'patterns/team/producer/template.yaml': manifest.replace('1.0.0', '1.1.0'),
      'patterns/team/producer/files/app.py.hbs': 'TOPIC = {{py topic}}\nBATCH = 5\n',
    });
    const untrusted = call('update', '--check');
    assert.equal(untrusted.code, 2);
    assert.match(untrusted.err, /There is no template "team\/producer" for the component/);
    assert.equal(call('update', '--check', '--trust', 'patterns').code, 1);
    assert.equal(call('update', '--yes', '--trust', 'patterns').code, 0);
    assert.match(readFileSync(at('app.py'), 'utf8'), /BATCH = 5/);
    assert.equal(call('update', '--check', '--trust', 'patterns').code, 0);
  });
});
