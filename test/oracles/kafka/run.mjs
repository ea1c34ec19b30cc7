// Asks the real parsers about every example of the Kafka rules: node test/oracles/kafka/run.mjs [--defaults] [--verbose]
// Prints "N passed, N failed, N skipped"; where Java, Maven or confluent-kafka is missing it says so and skips.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const out = path.join(root, 'node_modules/.cache/ai-patterns/oracles/kafka');
mkdirSync(out, { recursive: true });
const verbose = process.argv.includes('--verbose');

function run(command, given, input) {
  return spawnSync(command, given, { input, encoding: 'utf8', maxBuffer: 64e6, timeout: 600_000 });
}

/** The class path of Kafka's jars, resolved once for each content of pom.xml. */
function classPath() {
  if (run('java', ['-version']).status !== 0) return { missing: 'java (Debian: openjdk-17-jdk-headless)' };
  const file = path.join(out, 'class-path.txt');
  const pom = path.join(here, 'pom.xml');
  const stamp = path.join(out, 'pom.xml');
  const fresh =
    existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(pom, 'utf8');
  if (!fresh) {
    if (run('mvn', ['-v']).status !== 0) return { missing: 'mvn (Debian: maven)' };
    const copied = path.join(out, 'pom.xml');
    const given = ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${file}`];
    const resolved = run('mvn', given);
    if (resolved.status !== 0) return { missing: `the jars from Maven Central\n${resolved.stdout}` };
    run('cp', [pom, copied]);
  }
  return { found: readFileSync(file, 'utf8').trim() };
}

/** A Python that has confluent-kafka: the one given, or an environment of our own. */
function python() {
  const wanted = 'confluent-kafka==2.16.1';
  const own = path.join(out, 'venv/bin/python');
  for (const candidate of [process.env.ORACLE_PYTHON, own].filter(Boolean)) {
    if (run(candidate, ['-c', 'import confluent_kafka']).status === 0) return { found: candidate };
  }
  if (run('python3', ['-m', 'venv', path.join(out, 'venv')]).status !== 0)
    return { missing: 'python3 with venv' };
  const installed = run(own, ['-m', 'pip', 'install', '-q', wanted]);
  return installed.status === 0 ? { found: own } : { missing: `${wanted} from PyPI\n${installed.stderr}` };
}

async function cases() {
  const outfile = path.join(out, 'cases.cjs');
  const common = { bundle: true, platform: 'node', format: 'cjs', packages: 'external', logLevel: 'warning' };
  const { narrowedRegistry } = await import('../../../src/tools/narrowed-registry.mjs');
  const plugins = [narrowedRegistry(root, ['kafka', 'kafka-connect', 'strimzi'])];
  await build({ ...common, entryPoints: [path.join(here, 'cases.ts')], outfile, plugins });
  const printed = run(process.execPath, [outfile]);
  if (printed.status !== 0) throw new Error(printed.stderr);
  return printed.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const escapes = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  ' ': '\\ ',
  ':': '\\:',
  '=': '\\=',
  '#': '\\#',
  '!': '\\!',
};

function asProperties(settings) {
  const escape = (text) => text.replace(/[\\\n\r :=#!]/g, (character) => escapes[character]);
  return Object.entries(settings)
    .map(([key, value]) => `${escape(key)}=${escape(value)}\n`)
    .join('');
}

function answersOf({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

function judgeInJava(jars, asked) {
  const lines = asked.map(
    ({ sort, settings }, index) =>
      `${index}\t${sort}\t${Buffer.from(asProperties(settings)).toString('base64')}`,
  );
  return answersOf(
    run('java', ['-cp', jars, path.join(here, 'KafkaOracle.java'), 'judge'], lines.join('\n')),
  );
}

function judgeInPython(interpreter, asked) {
  const lines = asked.map(({ settings }, index) => JSON.stringify({ id: String(index), settings }));
  return answersOf(run(interpreter, [path.join(here, 'librdkafka_oracle.py')], lines.join('\n')));
}

const totals = { passed: 0, failed: 0, skipped: 0 };

function compare(asked, answers) {
  for (const [index, verdict, why = ''] of answers) {
    const { id, sort, expect } = asked[Number(index)];
    if (verdict === expect) {
      totals.passed++;
      if (verbose) process.stdout.write(`ok      ${id} (${sort}): ${verdict} ${why}\n`);
    } else {
      totals.failed++;
      process.stdout.write(`FAILED  ${id} (${sort}): we expect ${expect}, it is ${verdict} ${why}\n`);
    }
  }
  const silent = asked.length - answers.length;
  if (silent > 0) process.stdout.write(`FAILED  ${silent} questions were not answered\n`);
  totals.failed += Math.max(0, silent);
}

function skip(asked, what) {
  totals.skipped += asked.length;
  process.stdout.write(`SKIPPED ${asked.length} questions: there is no ${what}\n`);
}

const java = classPath();
if (process.argv.includes('--defaults')) {
  if (!java.found) throw new Error(`There is no ${java.missing}.`);
  process.stdout.write(
    run('java', ['-cp', java.found, path.join(here, 'KafkaOracle.java'), 'defaults']).stdout,
  );
} else {
  const all = await cases();
  const forPython = all.filter(({ sort }) => sort === 'librdkafka');
  const forJava = all.filter(({ sort }) => sort !== 'librdkafka');
  if (java.found) compare(forJava, judgeInJava(java.found, forJava));
  else skip(forJava, java.missing);
  const librdkafka = python();
  if (librdkafka.found) compare(forPython, judgeInPython(librdkafka.found, forPython));
  else skip(forPython, librdkafka.missing);
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}
