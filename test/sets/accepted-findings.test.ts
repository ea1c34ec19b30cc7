import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { registry } from './registry-under-test';
import { crossRules } from '../../src/generated/systems';

const root = path.resolve(import.meta.dirname, '../..');
const templates = path.join(root, 'templates');
const most = 10;

describe('findings that stay in what templates write', () => {
  const entries = acceptedEntries();

  it(`have ${most} reasons at most, each told`, () => {
    assert.ok(entries.length <= most, `${entries.length} reasons`);
    for (const { reason } of entries) assert.match(reason, /^[A-Z].{20,}\.$/);
  });

  it('name rules that exist, each once', () => {
    const known = new Set<string>([...registry.rules.values(), ...crossRules].map(({ id }) => id));
    const named = entries.flatMap(({ rules }) => rules);
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
    assert.equal(new Set(named).size, named.length);
  });

  it('are all that a template switches off, and each is switched off somewhere', () => {
    const accepted = new Set(entries.flatMap(({ rules }) => rules));
    const used = suppressionsInTemplates();
    const unlisted = [...used].filter(([rule]) => !accepted.has(rule));
    assert.deepEqual(unlisted, [], 'mend the template, or find room in test/verify/accepted-findings.yaml');
    assert.deepEqual(
      [...accepted].filter((rule) => !used.has(rule)),
      [],
    );
  });
});

function acceptedEntries(): readonly { reason: string; rules: readonly string[] }[] {
  const read: unknown = parse(readFileSync(path.join(root, 'test/verify/accepted-findings.yaml'), 'utf8'));
  assert.ok(typeof read === 'object' && read !== null && 'accepted' in read && Array.isArray(read.accepted));
  return read.accepted.map((entry: unknown) => {
    assert.ok(typeof entry === 'object' && entry !== null && 'reason' in entry);
    const rules: unknown = 'ai-patterns' in entry ? entry['ai-patterns'] : [];
    assert.ok(Array.isArray(rules));
    return { reason: String(entry.reason), rules: rules.map(String) };
  });
}

/** The rules that comments in templates switch off, with the first file that does. */
function suppressionsInTemplates(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(templates, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file.split(path.sep).includes('files'));
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, rules = ''] of text.matchAll(
      /ai-patterns-disable(?:-next-line)? ([\w/, -]+?)(?: --|$)/gm,
    )) {
      for (const rule of rules.split(',').map((name) => name.trim()))
        if (!found.has(rule)) found.set(rule, path.relative(templates, file));
    }
  }
  return found;
}
