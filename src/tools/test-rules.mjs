// Runs the examples of all rules, or of some technologies: `node src/tools/test-rules.mjs kafka strimzi`.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
// With technologies named, only their registries are bundled, so that one can work while others are half-written.
// `kubernetes` and `kafka` always come along: their views are mounted by others.
const base = ['kubernetes', 'kafka', 'strimzi', 'kserve', 'dockerfile'];
const slugs = [...new Set([...base, ...wanted])].filter((slug) => existsSync(path.join(root, `src/generated/technologies/${slug}.ts`)));
const narrowed = {
  name: 'narrowed-registry',
  setup(bundle) {
    if (wanted.length === 0) return;
    bundle.onLoad({ filter: /src[\\/]generated[\\/]technologies\.ts$/ }, () => ({
      contents:
        slugs.map((slug, index) => `import { pack as p${index} } from './technologies/${slug}';`).join('\n') +
        `\nexport const technologyPacks = [${slugs.map((_, index) => `p${index}`).join(', ')}];`,
      loader: 'ts',
      resolveDir: path.join(root, 'src/generated'),
    }));
  },
};
const outfile = path.join(root, `out/sets/rules-${wanted.join('-') || 'all'}.cjs`);
await build({
  entryPoints: [path.join(root, 'test/sets/rules.test.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  plugins: [narrowed],
  logLevel: 'warning',
  define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test/sets')) },
});
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const run = spawnSync(process.execPath, [mocha, '--fail-zero', '--reporter', 'dot', outfile], {
  stdio: 'inherit',
  env: { ...process.env, ...(wanted.length > 0 && { TECHNOLOGY: wanted.join(',') }) },
});
if (wanted.length === 0) process.stdout.write(`${readdirSync(path.join(root, 'src/technologies')).length} technologies\n`);
process.exit(run.status ?? 1);
