import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Sandbox } from './command-line';

const bad =
  'process.roles=broker\nunclean.leader.election.enable=true\nlog.dirs=/data\nlisteners=SSL://:9093\n';
const rule = 'kafka/no-unclean-leader-election';
const only = ['--rules', rule] as const;

describe('ai-patterns check', () => {
  let box: Sandbox;
  beforeEach(() => {
    box = new Sandbox();
    box.write({ 'kafka/server.properties': bad, 'notes.txt': 'nothing of ours' });
  });
  afterEach(() => {
    box.remove();
  });

  it('prints the JSON of the contract, with zero-based UTF-16 places', async () => {
    const { code, out } = await box.run('check', '.', '--format', 'json', ...only);
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      findings: [
        {
          rule,
          severity: 'warning',
          path: 'kafka/server.properties',
          range: { start: { line: 1, character: 31 }, end: { line: 1, character: 35 } },
          message: 'Unclean leader election loses acknowledged records.',
          fix: 'review',
        },
      ],
      gaps: [],
      files: 1,
      errors: [],
      asOf: '2026-11-23',
    });
  });

  it('ends with 0 below the threshold', async () => {
    assert.equal((await box.run('check', '.', '--fail-on', 'error', ...only)).code, 0);
    assert.equal((await box.run('check', '.', '--fail-on', 'never', ...only)).code, 0);
    assert.equal((await box.run('check', '.', '--fail-on', 'info', ...only)).code, 1);
  });

  it('prints for people, for GitHub, for JUnit and as SARIF', async () => {
    assert.match(
      (await box.run('check', '.', ...only)).out,
      /kafka\/server\.properties\n {2}2:32 {2}warning {2}Unclean/,
    );
    assert.match(
      (await box.run('check', '.', '--format', 'github', ...only)).out,
      /^::warning file=kafka\/server\.properties,line=2,endLine=2,col=32/,
    );
    assert.match(
      (await box.run('check', '.', '--format', 'junit', ...only)).out,
      /<testsuites name="ai-patterns" tests="1" failures="1"/,
    );
    const sarif = JSON.parse((await box.run('check', '.', '--format', 'sarif', ...only)).out);
    assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.startColumn, 32);
    assert.equal(
      sarif.runs[0].results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text,
      'false',
    );
  });

  for (const [name, argv, says] of [
    ['no path', [], 'Name a file or folder'],
    ['a path that is not there', ['nowhere'], 'There is no file or folder "nowhere"'],
    ['an unknown option', ['.', '--fast'], "Unknown option '--fast'"],
    ['an unknown format', ['.', '--format', 'xml'], '--format must be one of'],
    ['an unknown threshold', ['.', '--fail-on', 'all'], '--fail-on must be one of'],
    ['an unknown rule', ['.', '--rules', 'kafka/no-such'], 'There is no rule "kafka/no-such"'],
    ['a day that does not exist', ['.', '--as-of', '2026-02-30'], '--as-of must be a date'],
  ] as const) {
    it(`refuses ${name}, with exit code 2`, async () => {
      const { code, err, out } = await box.run('check', ...argv);
      assert.equal(code, 2);
      assert.ok(err.includes(says), err);
      assert.equal(out, '');
    });
  }

  it('leaves out what .gitignore leaves out, and what the settings ignore', async () => {
    box.write({ '.gitignore': 'kafka/\n' });
    assert.equal((await box.run('check', '.', ...only)).code, 0);
    assert.equal((await box.run('check', 'kafka', ...only)).code, 1, 'a named folder is meant');
    box.write({ '.gitignore': '', '.ai-patterns.yaml': 'ignore: ["kafka/**"]\n' });
    assert.equal((await box.run('check', '.', ...only)).code, 0);
    assert.equal((await box.run('check', '.', '--no-config', ...only)).code, 1);
  });

  it('takes the settings of the folder, and tells what of them means nothing', async () => {
    box.write({ '.ai-patterns.yaml': `rules:\n  ${rule}: "off"\n` });
    assert.equal((await box.run('check', '.', ...only)).code, 0);
    box.write({ '.ai-patterns.yaml': 'rules:\n  kafka/no-such: error\n' });
    const { code, out } = await box.run('check', '.', ...only);
    assert.equal(code, 2);
    assert.match(out, /There is no rule "kafka\/no-such"/);
  });

  it('takes the settings of all folders above a file, however it is named', async () => {
    const severity = (level: string): string => `rules:\n  ${rule}: ${level}\n`;
    box.write({ '.ai-patterns.yaml': `${severity('error')}mute: [kics]\n` });
    for (const named of ['.', 'kafka', 'kafka/server.properties'])
      assert.match((await box.run('check', named, ...only)).out, /error {4}Unclean/, named);
    box.write({ 'kafka/.ai-patterns.yaml': severity('info') });
    for (const named of ['.', 'kafka', 'kafka/server.properties'])
      assert.match((await box.run('check', named, ...only)).out, /info {5}Unclean/, named);
    box.write({ 'kafka/.ai-patterns.yaml': 'opinions: true\n' });
    const inside = await box.runIn('kafka', 'check', '.', ...only);
    assert.match(inside.out, /error {4}Unclean/, 'nearer settings lie over outer ones');
  });

  it('counts globs from the folder of their settings, a folder meaning all that is in it', async () => {
    box.write({ 'kafka/.ai-patterns.yaml': 'ignore: [old/]\n', 'kafka/old/a/server.properties': bad });
    const { out } = await box.run('check', '.', '--format', 'json', ...only);
    assert.deepEqual(
      JSON.parse(out).findings.map(({ path: at }: { path: string }) => at),
      ['kafka/server.properties'],
    );
    assert.equal((await box.runIn('kafka/old', 'check', '.', ...only)).code, 0);
    assert.equal((await box.run('check', 'kafka/old', '--no-config', ...only)).code, 1);
  });

  it('takes files that share nothing but the topmost folder', async () => {
    const other = mkdtempSync(path.join(process.cwd(), 'out', 'elsewhere-'));
    try {
      copyFileSync(path.join(box.folder, 'kafka/server.properties'), path.join(other, 'server.properties'));
      const { code, out } = await box.run('check', '.', other, '--format', 'json', '--no-config', ...only);
      assert.equal(code, 1);
      assert.equal(JSON.parse(out).findings.length, 2);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('reads no settings with --no-config, not even broken ones', async () => {
    box.write({ '.ai-patterns.yaml': 'rules: 3\n' });
    assert.equal((await box.run('check', '.', '--fail-on', 'never')).code, 2);
    assert.equal((await box.run('check', '.', '--fail-on', 'never', '--no-config')).code, 0);
  });

  it('honours marks in the file unless told not to', async () => {
    box.write({ 'kafka/server.properties': `# ai-patterns-disable ${rule} -- test\n${bad}` });
    assert.equal((await box.run('check', '.', ...only)).code, 0);
    assert.equal((await box.run('check', '.', '--no-suppressions', ...only)).code, 1);
  });

  it('writes a baseline once, and then tells only what is new', async () => {
    assert.equal((await box.run('check', '.', '--baseline', 'known.json', ...only)).code, 0);
    assert.ok(existsSync(path.join(box.folder, 'known.json')));
    assert.equal((await box.run('check', '.', '--baseline', 'known.json', ...only)).code, 0);
    box.write({ 'b/server.properties': bad });
    assert.match(
      (await box.run('check', '.', '--baseline', 'known.json', ...only)).out,
      /b\/server\.properties/,
    );
  });

  it('checks only what changed since a commit', async () => {
    const git = (...argv: string[]): void => {
      const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
      assert.equal(spawnSync('git', [...identity, ...argv], { cwd: box.folder }).status, 0);
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'all');
    assert.equal((await box.run('check', '.', '--changed', 'HEAD', ...only)).code, 0);
    box.write({ 'new/server.properties': bad });
    const { out } = await box.run('check', '.', '--changed', 'HEAD', ...only);
    assert.match(out, /new\/server\.properties/);
    assert.doesNotMatch(out, /kafka\/server\.properties\n/);
    assert.equal((await box.run('check', '.', '--changed', 'no-such-commit')).code, 2);
  });

  it('does no fix that is not safe', async () => {
    const { err } = await box.run('check', '.', '--fix', ...only);
    assert.match(err, /Fixed 0 problems/);
    assert.equal(readFileSync(path.join(box.folder, 'kafka/server.properties'), 'utf8'), bad);
  });

  it('survives hostile files: binary, deep, cyclic, half-typed', async () => {
    box.write({
      'binary.yaml': 'a: \u0000\u0001',
      'deep.yaml': '['.repeat(30_000),
      'deep.json': '['.repeat(30_000),
      'aliases.yaml': 'a: &a [*a]\nb: &b {<<: *b}\n',
      'half.yaml': 'apiVersion: apps/v1\nkind: Deploy\nspec: {template: "',
      'empty.yaml': '',
    });
    symlinkSync(box.folder, path.join(box.folder, 'loop'));
    const { code, err } = await box.run('check', '.', '--fail-on', 'never');
    assert.equal(code, 0, err);
    assert.equal(err, '');
  });

  it('names a file that it may not read, and ends with 2', async function () {
    if (process.getuid?.() === 0) return this.skip();
    chmodSync(path.join(box.folder, 'kafka/server.properties'), 0);
    const { code, out } = await box.run('check', '.');
    assert.equal(code, 2);
    assert.match(out, /unreadable {2}kafka\/server\.properties/);
  });
});

describe('ai-patterns', () => {
  it('lists and explains rules', async () => {
    const box = new Sandbox();
    const listed = JSON.parse((await box.run('rules', '--format', 'json')).out);
    const found = listed.rules.find((each: { id: string }) => each.id === rule);
    assert.deepEqual(Object.keys(found), [
      'id',
      'technology',
      'kinds',
      'severity',
      'certainty',
      'fix',
      'summary',
      'why',
      'remedy',
      'references',
      'catalogue',
      'equivalents',
    ]);
    assert.match(
      (await box.run('explain', rule)).out,
      /^kafka\/no-unclean-leader-election \(warning, certain\)/,
    );
    assert.equal((await box.run('explain', 'kafka/no-such')).code, 2);
    assert.equal((await box.run('no-such-command')).code, 2);
    assert.equal((await box.run('--help')).code, 0);
    assert.match((await box.run('technologies')).out, /Apache Kafka/);
    box.remove();
  });
});
