// Puts an operator's own validation, built from its Go module, in front of the examples of our rules.
// It refuses each bad example that we call an error, and takes each good or mended one.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ruleExamples, skip } from './examples.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the program in `folder`, hands it the examples of `technology`, and exits with 1 where it judges otherwise. */
export async function judgeExamples(technology, folder, kinds) {
  const { program, missing } = buildWebhook(technology, folder);
  if (missing !== undefined) skip(technology, missing);
  const cases = casesOf(await ruleExamples([technology]), new Set(kinds));
  const verdicts = verdictsOf(
    program,
    cases.map(({ json }) => json),
  );
  const failures = cases.filter((example, index) => !agrees(example, verdicts[index])).length;
  console.log(`${technology} webhook: ${cases.length} examples, ${failures} verdicts differ`);
  process.exit(failures > 0 ? 1 : 0);
}

/** The program that judges resources of `technology`, or why it is `missing`. */
export function buildWebhook(technology, folder) {
  if (spawnSync('go', ['version']).status !== 0) return { missing: 'Go is not installed' };
  const program = path.join(root, 'node_modules/.cache/ai-patterns/oracles', technology);
  mkdirSync(path.dirname(program), { recursive: true });
  const built = spawnSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: folder, encoding: 'utf8' });
  if (built.status === 0) return { program };
  return { missing: `its module cannot be built: ${built.stderr.trim().split('\n').at(-1)}` };
}

/** What the program says of each resource, given as one line of JSON, in their order. */
export function verdictsOf(program, lines) {
  const run = spawnSync(program, [], {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function casesOf(rules, kinds) {
  const cases = [];
  const add = (title, text, accepted) => {
    // Placeholders and templates have no verdict.
    if (/\$\{|\{\{|\$patch/.test(text)) return;
    for (const document of parseAllDocuments(text, { version: '1.1' })) {
      const resource = document.toJS();
      if (!kinds.has(resource?.kind)) continue;
      // A missing name is not what an example is about.
      resource.metadata = { name: 'scorer', ...resource.metadata };
      cases.push({ title, accepted, json: JSON.stringify(resource) });
    }
  };
  for (const rule of rules) {
    rule.bad.forEach((example, index) => {
      const title = `${rule.id} ${index + 1}`;
      if (example.severity === 'error') add(`${title}: bad`, example.text, false);
      else if (rule.severity !== 'error') add(`${title}: bad`, example.text, undefined);
      if (example.fixed !== undefined) add(`${title}: mended`, example.fixed, true);
    });
    rule.good.forEach((example, index) => add(`${rule.id} ${index + 1}: good`, example.text, true));
  }
  return cases;
}

function agrees({ title, accepted }, { ok = false, stage, message = '' }) {
  // A patch names no implementation; the webhook never sees it alone.
  if (stage === 'panic') return true;
  if (process.argv.includes('--all')) console.log(`${ok ? 'taken  ' : 'refused'}  ${title} ${message}`);
  if (accepted === undefined && !ok)
    console.log(`refused though we do not call it an error: ${title}: ${message}`);
  if (accepted === undefined || accepted === ok) return true;
  console.log(`${ok ? 'TAKEN' : 'REFUSED'} ${title}: ${message}`);
  return false;
}
