// Puts Apache Beam itself in front of the examples of our rules (Python and PyPI): the schema and the first passes over
// YAML pipelines, and the validator of options. What we call an error must be refused, what we call good must not be.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ruleExamples, skip } from '../examples.mjs';

const here = import.meta.dirname;
const out = path.resolve(here, '../../../node_modules/.cache/ai-patterns/oracles/beam');
const python = path.join(out, 'venv/bin/python');
const release = 'apache-beam[yaml]==2.77.0';

if (spawnSync('python3', ['--version']).status !== 0) skip('beam', 'Python is not installed');
if (!existsSync(python)) install();

const counts = { passed: 0, failed: 0, skipped: 0 };
const cases = [];
for (const rule of await ruleExamples(['beam'])) {
  rule.bad.forEach((example, index) => {
    add(
      `${rule.id} bad ${index + 1}`,
      example.path,
      example.text,
      example.severity === 'error' ? false : undefined,
    );
    if (example.fixed !== undefined) add(`${rule.id} fixed ${index + 1}`, example.path, example.fixed, true);
  });
  rule.good.forEach((example, index) =>
    add(`${rule.id} good ${index + 1}`, example.path, example.text, true),
  );
}
const input = cases.map(({ sort, text }) => `${JSON.stringify({ sort, text })}\n`).join('');
const run = spawnSync(python, [path.join(here, 'check.py')], { input, encoding: 'utf8' });
const verdicts = run.stdout.trim().split('\n').map(read);
if (verdicts.length !== cases.length) throw new Error(run.stderr);
cases.forEach(({ title, accepted }, index) => {
  const { fault } = verdicts[index] ?? {};
  if (process.argv.includes('--all')) console.log(`${title}: ${fault ?? 'taken'}`);
  const wrong = accepted !== undefined && accepted !== (fault === null);
  if (wrong) {
    counts.failed++;
    console.log(`${fault === null ? 'TAKEN' : 'REFUSED'} ${title}: ${fault ?? ''}`);
  } else counts.passed++;
});
console.log(`beam: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

function install() {
  mkdirSync(out, { recursive: true });
  spawnSync('python3', ['-m', 'venv', path.join(out, 'venv')]);
  const pip = spawnSync(python, ['-m', 'pip', 'install', '-q', release], { encoding: 'utf8' });
  if (pip.status !== 0) {
    rmSync(path.join(out, 'venv'), { recursive: true, force: true });
    skip('beam', `${release} cannot be installed`);
  }
}

/** Options for other runners, and what is filled in later, are not for these checks. */
function add(title, name, text, accepted) {
  const sort =
    name.endsWith('.yaml') && /^pipeline:/m.test(text)
      ? 'pipeline'
      : name === 'options.json'
        ? 'options'
        : '';
  const isOpen = /\$\{|\{\{/.test(text);
  if (sort === '' || isOpen || (sort === 'options' && !/dataflow/i.test(text))) counts.skipped++;
  else cases.push({ title, sort, text, accepted });
}

function read(line) {
  return JSON.parse(line);
}
