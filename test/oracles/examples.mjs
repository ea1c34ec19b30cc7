// Hands the examples of rules to oracles: what we call bad must be refused by the real software, what we call good taken.
import { externalPackages } from '../../src/tools/external-packages.mjs';
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** All rules of these technologies (of all, if none is named) with their examples' texts without marks. */
export async function ruleExamples(technologies = []) {
  const all = readdirSync(path.join(root, 'src/generated/technologies')).map((name) =>
    path.basename(name, '.ts'),
  );
  const slugs = technologies.length > 0 ? technologies : all;
  const outfile = path.join(
    root,
    'node_modules/.cache/ai-patterns/oracles',
    `examples-${slugs.length === 1 ? slugs[0] : slugs.length}.cjs`,
  );
  await build({
    stdin: {
      contents: slugs.map((slug) => `export { pack as ${name(slug)} } from './${slug}';`).join('\n'),
      resolveDir: path.join(root, 'src/generated/technologies'),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins: [externalPackages],
    logLevel: 'warning',
  });
  const packs = createRequire(import.meta.url)(outfile);
  return slugs
    .flatMap((slug) => packs[name(slug)].rules)
    .map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      bad: rule.examples.bad.map((example) => ({
        ...example,
        text: unmarked(example.text),
        severity: example.severity ?? rule.severity,
      })),
      good: rule.examples.good,
    }));
}

/** Prints that an oracle was not asked, and why; a skipped oracle is no failure. */
export function skip(oracle, reason) {
  console.log(`skipped: ${oracle}: ${reason}`);
  process.exit(0);
}

function name(slug) {
  return slug.replace(/\W/g, '_');
}

function unmarked(text) {
  return text.replace(/[«»]/g, '');
}
