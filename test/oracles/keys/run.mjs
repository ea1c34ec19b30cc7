// Reads the configuration keys of a product from the product itself, release by release, and writes what they are now and
// how they changed into src/technologies/<slug>/keys.json: npm run keys -- [kafka librdkafka flink pulsar]
// Needs Java and Maven, for librdkafka Python; the jars are fetched once. Descriptions are never taken over.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mergeReleases } from './merge.mjs';
import { products } from './products.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const cache = path.join(root, 'node_modules/.cache/ai-patterns/oracles/keys');
mkdirSync(cache, { recursive: true });
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const checked = new Date().toISOString().slice(0, 10);

for (const [name, product] of Object.entries(products)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const releases = product.releases.map((version) => ({ version, keys: keysOf(name, product, version) }));
  const sets = mergeReleases(releases, product);
  for (const slug of new Set(Object.values(product.sets).map(([technology]) => technology))) {
    const own = Object.entries(product.sets)
      .filter(([, [technology]]) => technology === slug)
      .map(([id, [, title, link]]) => [id, { title, link, keys: sets.get(id) ?? [] }]);
    write(slug, name, product, Object.fromEntries(own));
  }
}

/** The keys of one release, as the product's own classes or its library tell them. */
function keysOf(name, { program }, version) {
  const folder = path.join(cache, `${name}-${version}`);
  if (!existsSync(path.join(folder, '.done'))) fetch(name, version, folder);
  // The program's own text is part of the name, so that a changed program asks again.
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(here, program)))
    .digest('hex')
    .slice(0, 8);
  const kept = path.join(folder, `keys-${stamp}.jsonl`);
  if (!existsSync(kept)) writeFileSync(kept, ask(name, program, version, folder));
  const keys = readFileSync(kept, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  console.log(`${name} ${version}: ${keys.length} keys`);
  return keys;
}

function ask(name, program, version, folder) {
  const asked = program.endsWith('.py')
    ? spawnSync('python3', [path.join(here, program)], {
        encoding: 'utf8',
        maxBuffer: 64e6,
        env: { ...process.env, PYTHONPATH: folder },
      })
    : spawnSync('java', ['-cp', `${folder}/*`, path.join(here, program)], {
        encoding: 'utf8',
        maxBuffer: 64e6,
      });
  if (asked.status !== 0) throw new Error(`${name} ${version}: ${asked.stderr.slice(0, 2000)}`);
  return asked.stdout;
}

function fetch(name, version, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const command =
    name === 'librdkafka'
      ? [
          'python3',
          ['-m', 'pip', 'install', '-q', '--no-deps', '--target', folder, `confluent-kafka==${version}`],
        ]
      : [
          'mvn',
          [
            ...['-q', '-B', '-f', path.join(here, `${name}.pom.xml`), `-Dread.version=${version}`],
            ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
          ],
        ];
  const run = spawnSync(command[0], command[1], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${name} ${version} cannot be fetched: ${run.stdout}${run.stderr}`);
  writeFileSync(path.join(folder, '.done'), '');
}

/** Puts the product's sets into the technology's file, beside those of other products. */
function write(slug, name, { title, source, releases }, sets) {
  const file = path.join(root, 'src/technologies', slug, 'keys.json');
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { sets: {} };
  const product = { product: title, versions: [releases[0], releases.at(-1)], checked, source };
  for (const [id, set] of Object.entries(sets)) {
    before.sets[id] = { ...set, ...product, facts: name, keys: set.keys };
  }
  writeFileSync(file, textOf(before.sets));
}

/** One key a line, so that differences can be read. */
function textOf(sets) {
  const parts = Object.entries(sets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { keys, ...rest }]) => {
      const head = JSON.stringify(rest).slice(1, -1);
      const lines = keys.map((key) => `    ${JSON.stringify(key)}`).join(',\n');
      return `  ${JSON.stringify(id)}: {${head}, "keys": [\n${lines}\n  ]}`;
    });
  return `{"sets": {\n${parts.join(',\n')}\n}}\n`;
}
