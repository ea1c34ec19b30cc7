import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FileAnalysis, WorkspaceIndex, defaultSettings } from '../../src/core';
import type { Finding, RuleInfo, Settings } from '../../src/core';
import { crossRules } from '../../src/generated/systems';
import { registry } from './registry-under-test';

interface PeerCase {
  readonly file: string;
  readonly kind: string;
  readonly peer: string;
  readonly peer_rule_id: string;
  readonly expect: 'fail' | 'pass';
  readonly meanings: readonly string[];
  readonly lines?: readonly number[];
  readonly resources?: readonly {
    readonly name: string;
    readonly result: string;
    readonly lines?: readonly number[];
  }[];
  readonly snippet?: boolean;
}

const folder = path.resolve(import.meta.dirname, '../../../shared/peer-cases');
const deliberate: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'peer-disagreements.json'), 'utf8'),
);
/** Share of cases in which our verdict is the peer's; raise it when a rule gets better. */
const leastAgreement = 0.92;

const peerNames: Readonly<Record<string, string>> = {
  'trivy-checks': 'trivy',
  'kyverno-policies': 'kyverno',
  'gatekeeper-library': 'gatekeeper',
  'docker-compose-linter': 'dclint',
};

const settings: Settings = { ...defaultSettings, environment: 'prod', opinions: true };
const rules: readonly RuleInfo[] = [...registry.rules.values(), ...crossRules];

/** `peer:check`, without the rule name that Kyverno's policies add. */
function equivalentOf({ peer, peer_rule_id }: PeerCase): string {
  return `${peerNames[peer] ?? peer}:${peer_rule_id.split('/')[0] ?? ''}`;
}

/** All findings of a file on its own, cross-file rules included. */
async function findingsIn(one: PeerCase): Promise<Finding[]> {
  const text = readFileSync(path.join(folder, one.file), 'utf8');
  const name = one.kind === 'gha' ? `.github/workflows/${path.basename(one.file)}` : path.basename(one.file);
  const inFolder = one.kind === 'dockerfile' ? 'Dockerfile' : name;
  const format = registry.formatOf(inFolder);
  if (!format) throw new Error(`No format for ${inFolder}.`);
  await format.load();
  const shown = one.snippet ? `FROM scratch\n${text}` : text;
  const input = { path: inFolder, today: '2026-11-23', settings, partial: false };
  const analysis = new FileAnalysis(registry, format, shown, input, true);
  analysis.settle();
  const whole = { id: 'all', closed: true };
  const index = new WorkspaceIndex(crossRules, [], { scopeOf: () => whole, whole });
  index.setFile(inFolder, analysis.facts());
  return [...analysis.findings(), ...[...index.findings().values()].flat()];
}

/** Lines, zero-based and half open, of a resource that a case names by kind and name. */
function placeOf(
  text: string,
  resource: { name: string; lines?: readonly number[] },
): { start: number; end: number } | undefined {
  const [kind, name] = resource.name.includes('/')
    ? resource.name.split('/')
    : [resource.name.split('.')[0], resource.name.split('.').slice(2).join('.')];
  const lines = text.split('\n');
  let start = 0;
  for (let line = 0; line <= lines.length; line++) {
    if (line < lines.length && !/^---(?:\s|$)/.test(lines[line] ?? '')) continue;
    const part = lines.slice(start, line).join('\n');
    const named = new RegExp(`^kind:\\s*["']?${kind ?? ''}\\b`, 'm').test(part) && nameIn(part) === name;
    if (named) return { start, end: line };
    start = line + 1;
  }
  return undefined;
}

/** The name under `metadata`, found line by line. */
function nameIn(part: string): string | undefined {
  const lines = part.split('\n');
  const from = lines.findIndex((line) => /^metadata:\s*$/.test(line));
  for (const line of from < 0 ? [] : lines.slice(from + 1)) {
    if (/^\S/.test(line)) return undefined;
    const name = /^ {1,4}name:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Why our verdict differs; undefined when it is the peer's. */
async function disagreement(one: PeerCase): Promise<string | undefined> {
  const ids = new Set<string>(
    rules
      .filter((rule) => rule.equivalents.some((known) => known === equivalentOf(one)))
      .map((rule) => rule.id),
  );
  const own = (await findingsIn(one)).filter((finding) => ids.has(finding.rule));
  const text = readFileSync(path.join(folder, one.file), 'utf8');
  for (const resource of one.resources ?? []) {
    const place = placeOf(text, resource);
    if (!place) continue;
    const here = own.filter(({ range }) => range.start.line >= place.start && range.start.line < place.end);
    if (resource.result === 'fail' && here.length === 0) return `${resource.name} is not found`;
    if (resource.result === 'pass' && here.length > 0)
      return `${resource.name} is found: ${here[0]?.message ?? ''}`;
  }
  if (one.resources && one.resources.some((resource) => placeOf(text, resource))) return undefined;
  if (one.expect === 'fail' && own.length === 0) return 'is not found';
  if (one.expect === 'pass' && own.length > 0)
    return `is found, line ${(own[0]?.range.start.line ?? 0) + 1}: ${own[0]?.message ?? ''}`;
  return undefined;
}

describe('peer cases', function () {
  this.timeout(120_000);

  it('agree with the verdicts of the peers', async function () {
    if (!existsSync(folder)) {
      process.stdout.write(
        'SKIPPED: ../shared/peer-cases is not here, so no verdict was compared with a peer.\n',
      );
      this.skip();
    }
    const all: readonly PeerCase[] = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
    const known = new Set<string>(rules.flatMap((rule) => rule.equivalents));
    const cases = all.filter((one) => known.has(equivalentOf(one)));
    const rows = new Map<string, { agreed: number; total: number }>();
    const different: string[] = [];
    for (const one of cases) {
      const row = rows.get(one.peer) ?? { agreed: 0, total: 0 };
      rows.set(one.peer, row);
      row.total++;
      const reason = await disagreement(one);
      if (reason === undefined) row.agreed++;
      else different.push(`${one.peer}:${one.peer_rule_id} ${one.expect} ${one.file}: ${reason}`);
    }
    for (const [peer, { agreed, total }] of [...rows].sort())
      process.stdout.write(`      ${peer}: ${agreed} of ${total}\n`);
    const agreed = cases.length - different.length;
    process.stdout.write(
      `      all: ${agreed} of ${cases.length} cases with an equivalent, ${all.length} cases in all\n`,
    );
    const unexplained = different.filter(
      (line) => !Object.keys(deliberate).some((key) => line.includes(key)),
    );
    assert.deepEqual(unexplained, [], 'disagreements without a reason in peer-disagreements.json');
    assert.ok(agreed / cases.length >= leastAgreement, `agreement is ${agreed} of ${cases.length}`);
  });
});
