import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const pipelines = path.resolve(import.meta.dirname, '../../templates/data-pipeline');
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
});

function filesOf(template: string, folder: string): ReadonlyMap<string, string> {
  const base = path.join(pipelines, template, 'files');
  const files = readdirSync(path.join(base, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(base, file), 'utf8')]));
}
