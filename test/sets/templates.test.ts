import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../../src/core';
import type { Finding, PlacedFact } from '../../src/core';
import { crossRules, gapRules } from '../../src/generated/systems';
import { loadCases, runCase } from '../../src/scaffold/cases';
import type { CaseResult, TemplateCase } from '../../src/scaffold/cases';
import { checkTemplate } from '../../src/scaffold/load-template';
import { describeProblem } from '../../src/scaffold/result';
import { unprovenPorts } from '../../src/scaffold/system';
import type { Template } from '../../src/scaffold/template';
import { withoutFacts } from './ports-without-facts';
import { registry } from './registry-under-test';

const root = path.resolve(import.meta.dirname, '../../templates');
const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /^[^/]+\/[^/]+\/template\.yaml$/.test(file))
  .map((file) => path.posix.dirname(file))
  .sort();

interface Loaded {
  readonly template: Template;
  readonly problems: readonly string[];
  readonly cases: readonly TemplateCase[];
}

describe('templates', () => {
  it('are there', () => {
    assert.ok(folders.length > 0);
  });

  for (const folder of folders) {
    describe(folder, () => {
      let loaded: Loaded;
      before(() => {
        loaded = load(folder);
      });

      it('has no mistake, has its own id and at least two cases', () => {
        assert.deepEqual(loaded.problems, []);
        assert.equal(loaded.template.manifest.id, folder);
        assert.ok(loaded.cases.length >= 2);
      });

      it('writes in every case what is expected, with no finding of ours at any severity', async () => {
        for (const each of loaded.cases) {
          const result = await runCase(loaded.template, each);
          assert.deepEqual(result.problems.map(describeProblem), [], each.name);
          const findings = (await check(result)).findings.map(told);
          assert.deepEqual(findings, [], each.name);
        }
      });

      it('provides ports that the facts of what it writes prove, in at least one case', async () => {
        const unproven = new Map<string, number>();
        for (const each of loaded.cases) {
          const result = await runCase(loaded.template, each);
          const provides = result.prepared?.changes.length ? await portsOf(loaded.template, each) : [];
          const { facts } = await check(result);
          for (const { id } of provides) unproven.set(id, unproven.get(id) ?? 0);
          for (const { id } of unprovenPorts(provides, facts)) unproven.set(id, (unproven.get(id) ?? 0) + 1);
        }
        const never = [...unproven].filter(([, count]) => count === loaded.cases.length).map(([id]) => id);
        const open = never.filter((id) => !withoutFacts.has(typeOf(loaded.template, id)));
        assert.deepEqual(open, []);
      });
    });
  }

  it('are what gaps ask for', () => {
    const gaps = path.join(root, '../src/systems/gaps');
    const source = readdirSync(gaps)
      .map((file) => readFileSync(path.join(gaps, file), 'utf8'))
      .join('\n');
    const named = [...source.matchAll(/template: ['"]([a-z-]+\/[a-z-]+)['"]/g)].map(
      (match) => match[1] ?? '',
    );
    const missing = [...new Set(named)].filter((id) => !folders.includes(id));
    if (missing.length > 0)
      console.log(`      gaps name components that are not written yet: ${missing.join(', ')}`);
    assert.ok(
      named.every((id) =>
        /^(?:data-pipeline|training|deployment|feedback-loop|security-compliance)\//.test(id),
      ),
    );
  });
});

function typeOf({ manifest }: Template, id: string): string {
  return manifest.provides.find((port) => port.id === id)?.port ?? '';
}

function load(folder: string): Loaded {
  const base = path.join(root, folder);
  const files = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/__pycache__|\.(?:pytest|mypy|ruff)_cache/.test(file))
    .map((file) => ({
      path: path.relative(base, file).split(path.sep).join('/'),
      bytes: new Uint8Array(readFileSync(file)),
    }));
  const { template, problems } = checkTemplate(
    files.filter(({ path: file }) => !/^(?:cases\/|bad-twin\/|verify\.yaml$)/.test(file)),
  );
  const cases = loadCases(files);
  const told = [...problems, ...(cases.ok ? [] : cases.problems)].map(describeProblem);
  return { template, problems: told, cases: cases.ok ? cases.value : [] };
}

async function portsOf(
  template: Template,
  wanted: TemplateCase,
): Promise<Parameters<typeof unprovenPorts>[0]> {
  const { settleAnswers } = await import('../../src/scaffold/answers');
  const { providedPorts } = await import('../../src/scaffold/render');
  const settled = settleAnswers(template.manifest, wanted.answers);
  return settled.ok ? providedPorts(template.manifest, settled.value.scope) : [];
}

/** What our rules, opinions included, say of the files of a case, and the facts they tell. */
async function check(
  result: CaseResult,
): Promise<{ findings: readonly Finding[]; facts: readonly PlacedFact[] }> {
  const project = new Project(
    { registry, crossRules, gapRules, matchesGlob: () => false },
    { today: '2026-11-23', closed: true, forced: { opinions: true } },
  );
  const findings: Finding[] = [];
  for (const { path: file, after } of result.prepared?.previews ?? []) {
    if (!after || after.subarray(0, 8192).includes(0)) continue;
    const format = await project.prepare(file);
    if (format) findings.push(...project.setFile(file, new TextDecoder().decode(after), format).findings());
  }
  return { findings: [...findings, ...project.crossFindings()], facts: project.facts.allFacts() };
}

function told({ path: file, range, rule, message }: Finding): string {
  return `${file}:${range.start.line + 1} ${rule}: ${message}`;
}
