import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Project } from '../../src/core';
import { crossRules, gapRules } from '../../src/generated/systems';
import { registry } from './registry-under-test';

const root = path.resolve(import.meta.dirname, '../../templates');
const components = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /^[^/]+\/[^/]+\/template\.yaml$/.test(file))
  .map((file) => path.posix.dirname(file))
  .sort();

/** What a bad twin says of itself: the rules that must fire, by file. */
type Flags = Readonly<Record<string, readonly string[]>>;

describe('bad twins', () => {
  for (const component of components) {
    const folder = path.join(root, component, 'bad-twin');

    it(`${component} has one`, () => {
      assert.ok(existsSync(path.join(folder, 'expect.yaml')), `${component}/bad-twin/expect.yaml is missing`);
    });

    it(`of ${component} are flagged by each rule that they name, in the file that they name`, async () => {
      const { flags, files } = twinAt(folder);
      const fired = await rulesThatFire(files);
      const silent = Object.entries(flags).flatMap(([file, rules]) =>
        rules.filter((rule) => !fired.has(`${file} ${rule}`)).map((rule) => `${file} ${rule}`),
      );
      assert.deepEqual(silent, [], `what fires: ${[...fired].sort().join(', ')}`);
      assert.ok(Object.keys(flags).length > 0, 'expect.yaml names no file');
      assert.deepEqual(
        [...files.keys()].filter((file) => !(file in flags)),
        [],
        'files of which nothing is expected',
      );
    });
  }
});

function twinAt(folder: string): { flags: Flags; files: ReadonlyMap<string, string> } {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expect.yaml')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const expected: unknown = parse(read('expect.yaml'));
  return { flags: flagsIn(expected), files: new Map(files.map((file) => [file, read(file)])) };
}

function flagsIn(expected: unknown): Flags {
  assert.ok(typeof expected === 'object' && expected !== null && 'flags' in expected, 'flags: is missing');
  const { flags } = expected;
  assert.ok(typeof flags === 'object' && flags !== null);
  return Object.fromEntries(
    Object.entries(flags).map(([file, rules]: [string, unknown]) => {
      assert.ok(Array.isArray(rules) && rules.length > 0, `${file}: name the rules that must fire`);
      return [file, rules.map(String)];
    }),
  );
}

async function rulesThatFire(files: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const project = new Project(
    { registry, crossRules, gapRules, matchesGlob: () => false },
    { today: '2026-11-29', closed: true, forced: { opinions: true } },
  );
  const fired = new Set<string>();
  for (const [file, text] of files) {
    const format = await project.prepare(file);
    if (!format) continue;
    for (const { rule } of project.setFile(file, text, format).findings()) fired.add(`${file} ${rule}`);
  }
  for (const { path: file, rule } of project.crossFindings()) fired.add(`${file} ${rule}`);
  return fired;
}
