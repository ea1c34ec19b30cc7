// Puts KServe's own webhook in front of the examples of our rules (Go; needs the module proxy or a filled module cache).
// It refuses each bad example that we call an error, and takes each good example of those rules.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ruleExamples, skip } from '../examples.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const program = path.join(root, 'out/oracles/kserve');
const kinds = new Set(['InferenceService', 'InferenceGraph', 'LLMInferenceService']);

if (spawnSync('go', ['version']).status !== 0) skip('kserve', 'Go is not installed');
mkdirSync(path.dirname(program), { recursive: true });
const built = spawnSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: here, encoding: 'utf8' });
if (built.status !== 0)
  skip('kserve', `the webhook's module cannot be built: ${built.stderr.trim().split('\n').at(-1)}`);

const cases = [];
for (const rule of await ruleExamples(['kserve'])) {
  rule.bad.forEach((example, index) => {
    if (example.severity === 'error') add(`${rule.id} bad ${index + 1}`, example, false);
    else if (rule.severity !== 'error') add(`${rule.id} bad ${index + 1}`, example, undefined);
    if (example.fixed !== undefined)
      add(`${rule.id} fixed ${index + 1}`, { ...example, text: example.fixed }, true);
  });
  rule.good.forEach((example, index) => add(`${rule.id} good ${index + 1}`, example, true));
}

const run = spawnSync(program, [], {
  input: cases.map(({ json }) => `${json}\n`).join(''),
  encoding: 'utf8',
});
if (run.status !== 0) throw new Error(run.stderr);
const verdicts = run.stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
let failures = 0;
let surprises = 0;
cases.forEach(({ title, accepted }, index) => {
  const { ok = false, stage, message = '' } = verdicts[index];
  // A patch names no implementation; the webhook never sees it alone.
  if (stage === 'panic') return;
  if (process.argv.includes('--all'))
    console.log(`${ok ? 'taken  ' : 'refused'}  ${title}${ok ? '' : `: ${message}`}`);
  if (accepted === undefined && !ok) {
    surprises++;
    console.log(`refused though we do not call it an error: ${title}: ${message}`);
  }
  if (accepted === undefined || accepted === ok) return;
  failures++;
  console.log(`${ok ? 'TAKEN' : 'REFUSED'} ${title}${ok ? '' : `: ${message}`}`);
});
console.log(
  `kserve webhook: ${cases.length} examples, ${failures} verdicts differ, ${surprises} could be errors`,
);
process.exit(failures > 0 ? 1 : 0);

/** Placeholders and templates have no verdict; a missing name is not what an example is about. */
function add(title, example, accepted) {
  if (/\$\{|\{\{|\$patch/.test(example.text)) return;
  for (const document of parseAllDocuments(example.text, { version: '1.1' })) {
    const resource = document.toJS();
    if (!kinds.has(resource?.kind)) continue;
    resource.metadata = { name: 'scorer', ...resource.metadata };
    cases.push({ title, accepted, json: JSON.stringify(resource) });
  }
}
