// Puts Flink itself in front of the examples of our rules (Java and Maven): the reader of config.yaml with the parts that
// look at it when a JobManager starts, the SQL planner with the Kafka connector, and the operator's schemas if they are here.
// What we call an error must be refused, what we call good must not be; every SQL example has to parse.
// The operator's own validator is not published as a library, so its refusals are warnings of ours and are not asked here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { ruleExamples, skip } from '../examples.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const out = path.join(root, 'node_modules/.cache/ai-patterns/oracles/flink');
const counts = { passed: 0, failed: 0, skipped: 0 };
const verbose = process.argv.includes('--all');

if (spawnSync('java', ['-version']).status !== 0) skip('flink', 'Java is not installed');
if (spawnSync('mvn', ['-version']).status !== 0) skip('flink', 'Maven is not installed');
build();

const cases = [];
for (const rule of await ruleExamples(['flink'])) {
  rule.bad.forEach((example, index) =>
    add(`${rule.id} bad ${index + 1}`, example, example.severity !== 'error'),
  );
  rule.bad.forEach((example, index) => {
    if (example.fixed !== undefined)
      add(`${rule.id} fixed ${index + 1}`, { ...example, text: example.fixed, message: '' }, true);
  });
  rule.good.forEach((example, index) => add(`${rule.id} good ${index + 1}`, example, true));
}
ask(cases.filter(({ sort }) => sort !== 'schema'));
checkSchemas(cases.filter(({ sort }) => sort === 'schema'));
console.log(`flink: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

function build() {
  mkdirSync(out, { recursive: true });
  const lib = path.join(out, 'lib');
  if (!existsSync(lib)) {
    const copied = spawnSync(
      'mvn',
      ['-q', '-B', '-f', here, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`],
      {
        encoding: 'utf8',
      },
    );
    if (copied.status !== 0) {
      rmSync(lib, { recursive: true, force: true });
      skip('flink', 'its libraries cannot be fetched');
    }
  }
  const compiled = spawnSync('javac', ['-d', out, '-cp', `${lib}/*`, path.join(here, 'FlinkOracle.java')], {
    encoding: 'utf8',
  });
  if (compiled.status !== 0) throw new Error(compiled.stderr);
}

/** Makes the cases of an example: its text for Flink, and its resource for the schema. */
function add(title, example, accepted) {
  const { path: name, text } = example;
  const ours = { title, accepted };
  // Placeholders are filled in before Flink sees them; `other` files are not Flink's.
  if (name.startsWith('other') || (/\$\{/.test(text) && !/^apiVersion/.test(text))) {
    counts.skipped++;
    return;
  }
  if (name.endsWith('.sql')) {
    cases.push({ ...ours, sort: 'sql', text: statementsOf(text).join('\0') });
  } else if (/(?:^|\/)config\.yaml$/.test(name)) {
    cases.push({ ...ours, sort: 'config', text });
  } else if (/^apiVersion: flink\.apache\.org/m.test(text)) {
    for (const document of parseAllDocuments(text)) addResource(ours, example, document.toJS());
  }
}

function addResource(ours, example, resource) {
  cases.push({ ...ours, accepted: ours.accepted || !isSchemaMatter(example), sort: 'schema', resource });
  if (resource.kind !== 'FlinkDeployment' || /\$\{/.test(example.text)) return;
  const { spec = {}, metadata } = resource;
  const settings = {
    ...spec.flinkConfiguration,
    'kubernetes.cluster-id': metadata.name,
    ...(spec.jobManager?.replicas && { 'kubernetes.jobmanager.replicas': spec.jobManager.replicas }),
  };
  cases.push({
    ...ours,
    accepted: ours.accepted || isSchemaMatter(example),
    sort: 'deployment',
    text: stringify(settings),
  });
}

/** Versions stand in the schema's list; all else that we call an error is Flink's to refuse. */
function isSchemaMatter({ message }) {
  return message === 'unreleased' || message === 'misspelt';
}

function ask(asked) {
  const input = asked.map(({ sort, text }) => `${sort} ${Buffer.from(text).toString('base64')}\n`).join('');
  const java = ['-cp', `${path.join(out, 'lib')}/*:${out}`, ...opens(), 'FlinkOracle'];
  const run = spawnSync('java', java, { input, encoding: 'utf8', maxBuffer: 1e8 });
  const verdicts = run.stdout.split('\n').filter((line) => /^(?:taken|refused|unclear)/.test(line));
  if (verdicts.length !== asked.length)
    throw new Error(`${verdicts.length} of ${asked.length} answered\n${run.stderr}`);
  asked.forEach((each, index) => judge(each, verdicts[index] ?? ''));
}

function opens() {
  return ['java.base/java.lang', 'java.base/java.util', 'java.base/java.net'].map(
    (name) => `--add-opens=${name}=ALL-UNNAMED`,
  );
}

/** A warning may or may not be refused; an error must be, and what is good must not. */
function judge({ title, accepted, sort }, verdict) {
  const isGood = / good | fixed /.test(`${title} `);
  const refused = verdict.startsWith('refused');
  const unclear = verdict.startsWith('unclear');
  if (verbose) console.log(`${title} (${sort}): ${verdict.slice(0, 200)}`);
  const wrong = (!accepted && !refused) || (isGood && refused);
  if (unclear && accepted) counts.skipped++;
  else if (wrong) counts.failed++;
  else counts.passed++;
  if (wrong) console.log(`${refused ? 'REFUSED' : 'TAKEN'} ${title} (${sort}): ${verdict}`);
}

function checkSchemas(asked) {
  const folder = path.join(root, '../shared/crds');
  if (!existsSync(folder)) {
    counts.skipped += asked.length;
    console.log('skipped: the schemas of the Flink operator are not here');
    return;
  }
  const versions = schemaOf(folder, 'flinkdeployment').properties.spec.properties.flinkVersion.enum;
  for (const { title, accepted, resource } of asked) {
    const version = resource.spec?.flinkVersion;
    if (resource.kind !== 'FlinkDeployment' || version === undefined || /\$\{/.test(version)) {
      counts.skipped++;
      continue;
    }
    // A version newer than the schema's newest is not ours to judge.
    const verdict = versions.includes(version) || version === 'v2_9' ? 'taken' : 'refused by the schema';
    judge({ title, accepted, sort: 'schema' }, verdict);
  }
}

function schemaOf(folder, name) {
  const schema = JSON.parse(readFileSync(path.join(folder, `${name}-flink.apache.org-v1beta1.json`), 'utf8'));
  return schema.openAPIV3Schema ?? schema;
}

/** Cut at semicolons outside literals and comments. */
function statementsOf(script) {
  const masked = script.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (match) =>
    match.replace(/;/g, '\u0001'),
  );
  return masked
    .split(';')
    .map((statement) => statement.replace(/\u0001/g, ';').trim())
    .filter((statement) => statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() !== '');
}
