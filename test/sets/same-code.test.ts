import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const templates = path.resolve(import.meta.dirname, '../../templates');
const pipelines = path.join(templates, 'data-pipeline');
/** Redpanda decides by majority and knows no in-sync minimum, so its topics are asked for in another way. */
const differ = new Set(['src/{{package}}/topics.py', 'tests/test_topics.py.hbs']);

describe('code that two templates share', () => {
  it('is the same for Kafka and for Redpanda, which speaks its protocol', () => {
    for (const folder of ['src', 'tests', 'samples', 'locks']) {
      const [kafka, redpanda] = ['kafka', 'redpanda'].map((name) => filesOf(name, folder));
      assert.deepEqual([...(redpanda?.keys() ?? [])], [...(kafka?.keys() ?? [])]);
      const other = [...(kafka ?? [])].filter(([file, text]) => redpanda?.get(file) !== text);
      assert.deepEqual(
        other.map(([file]) => file).filter((file) => !differ.has(file)),
        [],
      );
    }
  });

  // A generated project stands alone, so each training brings what all of them share; a mend in one is owed to the others.
  for (const [file, names] of [
    ['data.py', ['optuna', 'population-based-training', 'ray-tune', 'distributed']],
    ['network.py', ['optuna', 'population-based-training', 'ray-tune']],
    ['tracking.py', ['optuna', 'population-based-training', 'ray-tune']],
  ] as const)
    it(`is the same in ${file} of ${names.join(', ')}, but for what it says of itself`, () => {
      const texts = names.map((name) =>
        readFileSync(path.join(templates, 'training', name, 'files/src/{{package}}', file), 'utf8'),
      );
      const codes = new Set(texts.map((text) => text.replace(/"""[^\n]*"""/g, '')));
      assert.equal(codes.size, 1);
    });
});

function filesOf(template: string, folder: string): ReadonlyMap<string, string> {
  const base = path.join(pipelines, template, 'files');
  const files = readdirSync(path.join(base, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(base, file), 'utf8')]));
}
