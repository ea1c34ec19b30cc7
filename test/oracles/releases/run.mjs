// Compares the dates of releases.json with what registries tell: a jar is built before its release is announced, and a Go
// module bears the time of its tag. Needs Maven and Go; what is missing is skipped: node test/oracles/releases/run.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Small jars that every release has; their newest entry is the day of the build. */
const jars = {
  kafka: 'org.apache.kafka:connect-api',
  flink: 'org.apache.flink:flink-annotations',
};
/** Go modules that are tagged on the day of the release; Prometheus 3.16 is v0.316.0. */
const modules = {
  kubernetes: ['k8s.io/api', (line) => `v0.${line.split('.')[1]}.0`],
  prometheus: [
    'github.com/prometheus/prometheus',
    (line) => (line.startsWith('3.') ? `v0.3${line.split('.')[1].padStart(2, '0')}.0` : undefined),
  ],
};

for (const [technology, artifact] of Object.entries(jars)) {
  // Votes on a candidate take days to weeks.
  for (const [line, released] of datedLines(technology))
    judge(technology, line, released, builtOn(artifact, line), 45);
}
for (const [technology, [module, tagOf]] of Object.entries(modules)) {
  for (const [line, released] of datedLines(technology))
    judge(technology, line, released, taggedOn(module, tagOf(line)), 2);
}
console.log(`releases: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

function datedLines(technology) {
  const file = path.join(root, 'src/technologies', technology, 'releases.json');
  return JSON.parse(readFileSync(file, 'utf8'))
    .lines.filter(({ released }) => released !== undefined)
    .map(({ version, released }) => [version, released]);
}

/** A month counts from its first day to its last. */
function judge(technology, line, released, day, mostDays) {
  if (day === undefined) {
    counts.skipped++;
    return;
  }
  const isMonth = released.length === 7;
  const from = Date.parse(isMonth ? `${released}-01` : released);
  const to = isMonth ? from + 30 * 86_400_000 : from;
  const built = Date.parse(day);
  const isRight = to >= built - 86_400_000 && from <= built + mostDays * 86_400_000;
  counts[isRight ? 'passed' : 'failed']++;
  if (!isRight) console.log(`${technology} ${line}: said to be released ${released}, made ${day}`);
}

function builtOn(artifact, line) {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
  mkdirSync(folder, { recursive: true });
  const [group, name] = artifact.split(':');
  const item = `<artifactItem><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${line}.0</version></artifactItem>`;
  const plugin = `<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><configuration><outputDirectory>${folder}</outputDirectory><artifactItems>${item}</artifactItems></configuration></plugin>`;
  const pom = path.join(folder, 'pom.xml');
  writeFileSync(
    pom,
    `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>b</artifactId><version>1</version><build><plugins>${plugin}</plugins></build></project>`,
  );
  spawnSync('mvn', ['-q', '-B', '-f', pom, 'dependency:copy'], { encoding: 'utf8' });
  const jar = readdirSync(folder).find((file) => file.endsWith('.jar'));
  return jar === undefined ? undefined : newestEntry(readFileSync(path.join(folder, jar)));
}

/** The newest day in the jar's directory. */
function newestEntry(bytes) {
  let newest = '';
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) continue;
    const date = bytes.readUInt16LE(at + 14);
    const day = `${1980 + (date >> 9)}-${String((date >> 5) & 15).padStart(2, '0')}-${String(date & 31).padStart(2, '0')}`;
    if (day > newest) newest = day;
  }
  return newest === '' ? undefined : newest;
}

function taggedOn(module, tag) {
  if (tag === undefined) return undefined;
  const run = spawnSync('go', ['list', '-m', '-json', `${module}@${tag}`], {
    encoding: 'utf8',
    cwd: tmpdir(),
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  const time = /"Time": "([^"]+)"/.exec(run.stdout ?? '')?.[1];
  return time?.slice(0, 10);
}
