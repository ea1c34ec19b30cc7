// Asks promtool (Debian package `prometheus`; PROMTOOL names another one) about the examples of our Prometheus rules.
// It refuses each bad example that we call an error, and takes all others.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { ruleExamples, skip } from '../examples.mjs';

const promtool = process.env.PROMTOOL ?? 'promtool';
const version = spawnSync(promtool, ['--version'], { encoding: 'utf8' });
if (version.status !== 0) skip('promtool', 'it is not installed (Debian: apt-get install prometheus)');
console.log((version.stdout || version.stderr).split('\n')[0]);

const cases = [];
for (const rule of await ruleExamples(['prometheus'])) {
  rule.bad.forEach((example, index) => {
    add(`${rule.id} bad ${index + 1}`, example, example.severity !== 'error');
    if (example.fixed !== undefined)
      add(`${rule.id} fixed ${index + 1}`, { ...example, text: example.fixed }, true);
  });
  rule.good.forEach((example, index) => add(`${rule.id} good ${index + 1}`, example, true));
}

const folder = mkdtempSync(path.join(tmpdir(), 'promtool-'));
let failures = 0;
let unknown = 0;
for (const { title, text, accepted } of cases) {
  const file = path.join(folder, 'example.rules.yml');
  writeFileSync(file, text);
  const run = spawnSync(promtool, ['check', 'rules', '--lint=none', file], { encoding: 'utf8' });
  const output = `${run.stdout}\n${run.stderr}`;
  // Newer fields than this promtool, and text that is shown half-typed on purpose, have no verdict.
  if (
    /field (?:labels|query_offset) not found|unclosed left parenthesis|unexpected end of input|field 'expr' must be set/.test(
      output,
    )
  ) {
    unknown++;
    continue;
  }
  if ((run.status === 0) === accepted) continue;
  failures++;
  console.log(`${run.status === 0 ? 'TAKEN' : 'REFUSED'} ${title}\n${output.trim()}`);
}
rmSync(folder, { recursive: true });
console.log(`promtool: ${cases.length} examples, ${failures} verdicts differ, ${unknown} without verdict`);
process.exit(failures > 0 ? 1 : 0);

function add(title, example, accepted) {
  if (/\$\{|\{\{-/.test(example.text)) return;
  const content = parse(example.text, { version: '1.1' });
  if (Array.isArray(content?.groups)) cases.push({ title, accepted, text: example.text });
  // promtool knows files only; the operator hands it the same content.
  else if (content?.kind === 'PrometheusRule') cases.push({ title, accepted, text: stringify(content.spec) });
}
