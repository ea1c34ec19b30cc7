// Optuna and Ray run small programs; our rules must find those that fail and no others.
// The Python packages are looked for in TRAINING_PYTHON, else installed once into node_modules/.cache/ai-patterns/oracles/training.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { skip } from '../examples.mjs';
import { cases } from './cases.mjs';

const packages = ['optuna==5.0.0', 'ray[tune]==2.60.0'];
const root = path.resolve(import.meta.dirname, '../../..');
const python = process.env.TRAINING_PYTHON ?? installed();

const run = spawnSync(python, [path.join(import.meta.dirname, 'judge.py')], {
  input: JSON.stringify(cases.map(({ code }) => code)),
  encoding: 'utf8',
  timeout: 8 * 60_000,
  maxBuffer: 1 << 26,
});
const verdicts = run.stdout
  .trim()
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line));
if (verdicts.length !== cases.length)
  throw new Error(`${verdicts.length} verdicts for ${cases.length} programs\n${run.stderr.slice(-2000)}`);

const findingsOf = await ourFindings();
let failed = 0;
for (const [index, example] of cases.entries()) {
  const fault = await faultOf(example, verdicts[index]);
  if (fault === undefined) continue;
  failed++;
  console.log(`FAILED ${example.rule}: ${fault}\n${example.code}`);
}
console.log(`training: ${cases.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);

/** What is wrong: the program does not behave as told, or our rule says otherwise. */
async function faultOf({ rule, code, raises, prunes }, { raised, pruned }) {
  if (raises !== undefined && !raised.includes(raises))
    return `it raises ${raised[0] ?? 'nothing'} instead of ${raises}`;
  if (raises === undefined && raised.length > 0) return `it raises ${raised[0]}`;
  if (prunes !== undefined && (prunes === 'none') !== (pruned === 0)) return `it prunes ${pruned} trials`;
  const isBad = raises !== undefined || prunes === 'none';
  const found = (await findingsOf(code)).filter((finding) => finding.rule === rule).length;
  return isBad === found > 0 ? undefined : `our rule gives ${found} findings`;
}

function installed() {
  const folder = path.join(root, 'node_modules/.cache/ai-patterns/oracles/training');
  const program = path.join(folder, 'bin/python');
  if (existsSync(path.join(folder, 'complete'))) return program;
  const steps = [
    ['python3', ['-m', 'venv', folder]],
    [
      program,
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages, 'pandas', 'pyarrow'],
    ],
    ['touch', [path.join(folder, 'complete')]],
  ];
  for (const [command, given] of steps) {
    const step = spawnSync(command, given, { encoding: 'utf8', timeout: 5 * 60_000 });
    if (step.status !== 0)
      skip('training', `the Python packages cannot be had: ${(step.stderr ?? '').trim().split('\n').at(-1)}`);
  }
  return program;
}

async function ourFindings() {
  const outfile = path.join(root, 'node_modules/.cache/ai-patterns/oracles/training-rules.cjs');
  await build({
    stdin: {
      contents: [
        "export { FileAnalysis, Registry, defaultSettings } from './src/core';",
        "export { pythonFormat } from './src/formats/python/python';",
        "export { pack as optuna } from './src/generated/technologies/optuna';",
        "export { pack as ray } from './src/generated/technologies/ray';",
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  const ours = createRequire(import.meta.url)(outfile);
  await ours.pythonFormat.load();
  const registry = new ours.Registry([ours.pythonFormat], [ours.optuna, ours.ray]);
  return async (code) => {
    const input = { path: 'program.py', today: '2026-11-23', settings: ours.defaultSettings, partial: false };
    const analysis = new ours.FileAnalysis(registry, ours.pythonFormat, code, input);
    analysis.settle();
    return analysis.findings();
  };
}
