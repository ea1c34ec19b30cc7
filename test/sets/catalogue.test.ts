import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { crossRules, gapRules } from '../../src/generated/systems';
import { registry } from './registry-under-test';

// The catalogue of known mistakes lies beside the project; every entry of it is covered, dropped with a reason, or open.
// `VERBOSE=1 node src/tools/test.mjs sets --grep 'the catalogue'` lists the open ones (or mocha's own `--verbose`).
const root = path.resolve(import.meta.dirname, '../..');
const catalogue = path.resolve(root, '../shared/catalogue/ids.json');
const verbose = process.argv.includes('--verbose') || process.env['VERBOSE'] !== undefined;

/** What was covered when this was last measured; it may only grow. */
const floors: Readonly<Record<string, number>> = { streaming: 238, mlops: 259, workloads: 172 };

/** Which rules and gaps name an id, and which folder dropped it for what reason. */
const coveredBy = new Map<string, string[]>();
for (const { id, catalogue: ids } of [...registry.rules.values(), ...crossRules, ...gapRules])
  for (const each of ids) coveredBy.set(each, [...(coveredBy.get(each) ?? []), id]);
const dropped = new Map<string, { reason: string; file: string }[]>();
for (const file of dropLists()) {
  for (const [id, reason] of Object.entries(readTexts(path.join(root, file), file)))
    dropped.set(id, [...(dropped.get(id) ?? []), { reason, file }]);
}

describe('the catalogue', function () {
  before(function () {
    if (existsSync(catalogue)) return;
    process.stderr.write(`SKIPPED: ${catalogue} is not here, so nothing of the catalogue was checked.\n`);
    this.skip();
  });

  it('is named rightly by every rule, cross-file rule and gap', () => {
    const known = new Set([...parts().values()].flat());
    const wrong = [...coveredBy]
      .filter(([id]) => !known.has(id))
      .map(([id, rules]) => `${id} in ${rules.join(', ')}`);
    assert.deepEqual(wrong, []);
  });

  it('has every dropped id, each with a reason that says something', () => {
    const known = new Set([...parts().values()].flat());
    for (const [id, entries] of dropped) {
      for (const { reason, file } of entries) {
        assert.ok(known.has(id), `${file}: "${id}" is no id of the catalogue`);
        assert.ok(reason.trim().length >= 30, `${file}: the reason for "${id}" is too short: "${reason}"`);
      }
    }
  });

  it('has no id that is covered and dropped, or dropped twice', () => {
    const both = [...dropped.keys()].filter((id) => coveredBy.has(id));
    assert.deepEqual(
      both.map((id) => `${id} is dropped, but ${coveredBy.get(id)?.join(', ')} covers it`),
      [],
    );
    const twice = [...dropped].filter(([, entries]) => entries.length > 1).map(([id]) => id);
    assert.deepEqual(twice, []);
  });

  it('has no id in two parts', () => {
    const all = [...parts().values()].flat();
    assert.deepEqual(
      all.filter((id, index) => all.indexOf(id) !== index),
      [],
    );
  });

  it('knows a floor for every part', () => {
    assert.deepEqual([...parts().keys()].sort(), Object.keys(floors).sort());
  });

  for (const [part, floor] of Object.entries(floors)) {
    it(`is covered in at least ${floor} entries of ${part}`, () => {
      const ids = parts().get(part) ?? [];
      const covered = ids.filter((id) => coveredBy.has(id));
      const open = ids.filter((id) => !coveredBy.has(id) && !dropped.has(id));
      const droppedHere = ids.filter((id) => dropped.has(id));
      process.stdout.write(
        `${part}: ${ids.length} entries, ${covered.length} covered, ${droppedHere.length} dropped, ${open.length} open\n`,
      );
      if (verbose) for (const id of open) process.stdout.write(`  open: ${id}\n`);
      assert.ok(covered.length >= floor, `only ${covered.length} of ${part} are covered, ${floor} were`);
    });
  }
});

/** The ids of each part of the catalogue. */
function parts(): ReadonlyMap<string, readonly string[]> {
  const read: unknown = JSON.parse(readFileSync(catalogue, 'utf8'));
  assert.ok(typeof read === 'object' && read !== null);
  return new Map(
    Object.entries(read).map(([part, ids]: [string, unknown]) => {
      assert.ok(Array.isArray(ids), `${part} is no list`);
      return [part, ids.map(String)];
    }),
  );
}

/** The lists of dropped ids, relative to the root. */
function dropLists(): readonly string[] {
  const technologies = readdirSync(path.join(root, 'src/technologies'));
  const files = technologies.map((slug) => `src/technologies/${slug}/dropped.json`);
  return [...files, 'src/systems/dropped.json'].filter((file) => existsSync(path.join(root, file)));
}

/** A JSON file that is a table of texts. */
function readTexts(file: string, name: string): Record<string, string> {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(typeof read === 'object' && read !== null && !Array.isArray(read), `${name} is no table`);
  const entries = Object.entries(read).map(([id, reason]: [string, unknown]): [string, string] => {
    assert.ok(typeof reason === 'string', `${name}: the reason for "${id}" is no text`);
    return [id, reason];
  });
  return Object.fromEntries(entries);
}
