// Changes valid resources in one place each, and compares the verdicts of the operators' own validation with ours:
// what an operator takes must have no error of ours; what it refuses and we pass over is listed by its reason.
// node test/oracles/mutated/run.mjs [kserve|ray|istio]… [--show TEXT] [--all]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { narrowedRegistry } from '../../../src/tools/narrowed-registry.mjs';
import { ruleExamples } from '../examples.mjs';
import { buildWebhook, verdictsOf } from '../go-webhook.mjs';
import { mutantsOf, randomFrom, siblingsIn } from './mutations.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const limit = 4000;
const seed = 20_261_129;
const operators = [
  {
    technology: 'kserve',
    folder: 'kserve',
    kinds: ['InferenceService', 'InferenceGraph', 'LLMInferenceService'],
  },
  { technology: 'ray', folder: 'kuberay', kinds: ['RayCluster', 'RayJob', 'RayService'] },
  {
    technology: 'istio',
    // The others are asked by name only, until their verdicts have been read.
    isUsual: true,
    folder: 'istio',
    kinds: [
      'PeerAuthentication',
      'RequestAuthentication',
      'AuthorizationPolicy',
      'Gateway',
      'VirtualService',
      'DestinationRule',
      'ServiceEntry',
    ],
  },
];

const showAt = process.argv.indexOf('--show');
const shown = showAt < 0 ? undefined : process.argv[showAt + 1];
const named = process.argv.slice(2).filter((word) => operators.some(({ technology }) => technology === word));
const judge = await bundleOfJudge();
let differences = 0;
for (const operator of operators)
  if (named.includes(operator.technology) || (named.length === 0 && operator.isUsual))
    differences += await compare(operator);
process.exit(differences > 0 ? 1 : 0);

async function compare({ technology, folder, kinds }) {
  const { program, missing } = buildWebhook(technology, path.join(root, 'test/oracles', folder));
  if (missing !== undefined) {
    console.log(`skipped: ${technology}: ${missing}`);
    return 0;
  }
  const candidates = await resourcesOf(technology, kinds);
  const verdictsOfCandidates = verdictsOf(
    program,
    candidates.map((one) => JSON.stringify(one)),
  );
  const valid = candidates.filter((_, index) => verdictsOfCandidates[index].ok);
  const mutants = drawn(valid);
  const verdicts = verdictsOf(
    program,
    mutants.map(({ resource }) => JSON.stringify(resource)),
  );
  const findings = findingsOf(mutants.map(({ resource }) => resource));
  const silent = new Map();
  let wrong = 0;
  let refused = 0;
  mutants.forEach((mutant, index) => {
    const { ok = false, stage, message = '' } = verdicts[index];
    // Only rules of this technology speak of its webhook; a pod may be wrong in the eyes of the API server.
    const own = findings[index].filter(({ rule }) => rule.startsWith(`${technology}/`));
    const errors = own.filter(({ severity }) => severity === 'error');
    if (ok && errors.length > 0) {
      wrong++;
      console.log(`TAKEN, but ${errors[0].rule} says: ${errors[0].message}\n  after: ${mutant.what}`);
      if (shown !== undefined && errors[0].rule.includes(shown)) console.log(stringify(mutant.resource));
    }
    // The schema of the custom resource has told already what cannot be decoded.
    if (ok || stage === 'decode' || stage === 'panic' || /^(?:json|quantities|parsing time)\b/.test(message))
      return;
    refused++;
    if (findings[index].length > 0 && findings[index].some(({ severity }) => severity === 'error')) return;
    const reason = reasonOf(message);
    const told = silent.get(reason) ?? { count: 0, what: mutant.what, message };
    silent.set(reason, { ...told, count: told.count + 1 });
    if (shown !== undefined && message.includes(shown)) console.log(mutant.what, stringify(mutant.resource));
  });
  const passed = [...silent.values()].reduce((sum, { count }) => sum + count, 0);
  console.log(
    `${technology}: ${mutants.length} mutants of ${valid.length} resources; ${refused} refused for a reason beyond the schema; ${wrong} taken though we say error; ${passed} refused without an error of ours, for ${silent.size} reasons`,
  );
  if (process.argv.includes('--all'))
    for (const [reason, { count, what }] of [...silent].sort(([, a], [, b]) => b.count - a.count))
      console.log(`  ${count} × ${reason}\n      e.g. ${what}`);
  return wrong;
}

/** Good examples of our rules, and the samples of the operator where they lie beside the repository. */
async function resourcesOf(technology, kinds) {
  const rules = await ruleExamples([technology]);
  const texts = rules.flatMap((rule) => [
    ...rule.good.map(({ text }) => text),
    ...rule.bad.flatMap(({ fixed, text, severity }) => [fixed ?? '', severity === 'error' ? '' : text]),
  ]);
  const corpus = path.resolve(root, '../shared/corpus');
  if (existsSync(corpus))
    for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.ya?ml$/.test(file)) texts.push(readFileSync(path.join(corpus, file), 'utf8'));
  const known = new Map();
  for (const text of texts) {
    // Placeholders and templates have no verdict.
    if (!kinds.some((kind) => text.includes(kind)) || /\$\{|\{\{|\$patch/.test(text)) continue;
    for (const document of parseAllDocuments(text, { version: '1.1' })) {
      if (document.errors.length > 0) continue;
      const resource = document.toJS();
      if (!kinds.includes(resource?.kind)) continue;
      resource.metadata = { name: 'scorer', ...resource.metadata };
      known.set(JSON.stringify(resource), resource);
    }
  }
  return [...known.values()];
}

/** As many mutants as the limit allows, the same ones for the same resources. */
function drawn(resources) {
  const siblings = siblingsIn(resources);
  const all = new Map();
  for (const resource of resources)
    for (const mutant of mutantsOf(resource, siblings)) all.set(JSON.stringify(mutant.resource), mutant);
  const random = randomFrom(seed);
  return [...all.values()]
    .map((mutant) => ({ mutant, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, limit)
    .map(({ mutant }) => mutant);
}

function findingsOf(resources) {
  const input = resources.map((one) => `${JSON.stringify(stringify(one))}\n`).join('');
  const run = spawnSync(process.execPath, [judge], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A message without what belongs to the one resource: names, numbers, quoted texts. */
function reasonOf(message) {
  return message
    .replace(/\s*\n\s*\*?\s*/g, '; ')
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]/g, '…')
    .replace(/\{.*\}/g, '…')
    .replace(/-?\d+/g, 'N')
    .slice(0, 160);
}

async function bundleOfJudge() {
  const outfile = path.join(root, 'node_modules/.cache/ai-patterns/oracles/mutated.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'findings.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [narrowedRegistry(root, ['ray', 'istio'])],
    logLevel: 'warning',
  });
  return outfile;
}
