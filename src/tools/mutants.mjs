// Changes rules in small ways and says which changes no example notices.
// `node src/tools/mutants.mjs [technology…] [--show] [--least 90]`
// Mutants: each condition negated, made true, made false; each literal changed; comparisons shifted; spans widened;
// fixes widened. A mutant is killed when an example of its rule fails, when it throws, or when it no longer compiles.
import { externalPackages } from './external-packages.mjs';
import { build, transformSync } from 'esbuild';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutate-rule.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false }, least: { type: 'string', default: '90' } },
});
const slugs = readdirSync(path.join(root, 'src/technologies')).filter(
  (slug) =>
    existsSync(path.join(root, `src/generated/technologies/${slug}.ts`)) &&
    (positionals.length === 0 || positionals.includes(slug)),
);
const library = await loadLibrary();
let total = 0;
let killed = 0;
const rows = [];
for (const slug of slugs) {
  const folder = path.join(root, 'src/technologies', slug, 'rules');
  if (!existsSync(folder)) continue;
  let own = 0;
  let dead = 0;
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()) {
    const file = path.join(folder, name);
    for (const mutant of mutantsOf(readFileSync(file, 'utf8'))) {
      own++;
      if (await isKilled(file, mutant.text)) dead++;
      else if (values.show)
        process.stdout.write(`survives: ${path.relative(root, file)}:${mutant.line} ${mutant.what}\n`);
    }
  }
  rows.push([slug, dead, own]);
  total += own;
  killed += dead;
}
for (const [slug, dead, own] of rows)
  process.stdout.write(`${slug}: ${dead} of ${own} killed (${share(dead, own)} %)\n`);
process.stdout.write(`${killed} of ${total} mutants killed (${share(killed, total)} %)\n`);
if (total === 0 || share(killed, total) < Number(values.least)) process.exitCode = 1;

function share(part, whole) {
  return whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10;
}

/** Every module that a rule may import, in one bundle, so that mutants share the original core. */
async function loadLibrary() {
  const files = [];
  for (const folder of ['src/shapes', 'src/technologies', 'src/formats', 'src/systems']) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.ts') || entry.endsWith('.d.ts') || /(?:^|\/)(?:rules|gaps)\//.test(entry))
        continue;
      if (
        folder === 'src/technologies' &&
        !existsSync(path.join(root, `src/generated/technologies/${entry.split('/')[0]}.ts`))
      )
        continue;
      files.push(`${folder}/${entry}`);
    }
  }
  const contents = [
    `export * as core from './src/core';`,
    `export * as examples from './test/sets/rule-examples';`,
    `export { formats } from './src/formats';`,
    ...files.map((file, index) => `import * as m${index} from './${file.replace(/\.ts$/, '')}';`),
    `export const modules = { ${files.map((file, index) => `${JSON.stringify(file.replace(/\.ts$/, ''))}: m${index}`).join(', ')} };`,
  ].join('\n');
  const outfile = path.join(root, 'out/mutants/library.cjs');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins: [externalPackages],
    logLevel: 'error',
  });
  const loaded = createRequire(import.meta.url)(outfile);
  for (const format of loaded.formats) await format.load();
  return loaded;
}

async function isKilled(file, text) {
  const { core, examples, formats, modules } = library;
  try {
    const rule = evaluate(file, text);
    const technologies = Object.entries(modules)
      .filter(([name]) => name.endsWith('/technology'))
      .map(([, module]) => ({ technology: module.default, rules: [] }));
    const registry = new core.Registry(formats, [
      ...technologies.slice(1),
      { ...technologies[0], rules: [rule] },
    ]);
    for (const example of rule.examples.bad)
      if (await examples.faultOfBad(registry, rule, example)) return true;
    for (const example of rule.examples.good)
      if (await examples.faultOfGood(registry, rule, example)) return true;
    return false;
  } catch {
    return true;
  }
}

function evaluate(file, text) {
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} };
  const require = (name) => {
    const target = path.relative(root, path.resolve(path.dirname(file), name));
    if (target === 'src/core') return library.core;
    const found = library.modules[target] ?? library.modules[`${target}/index`];
    if (!found) throw new Error(`Mutants cannot import ${target}.`);
    return found;
  };
  new Function('module', 'exports', 'require', code)(module, module.exports, require);
  return module.exports.default;
}
