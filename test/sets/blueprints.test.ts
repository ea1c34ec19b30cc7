import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../../src/core';
import { crossRules, gapRules } from '../../src/generated/systems';
import { requestsOf, type Blueprint } from '../../src/scaffold/blueprint';
import { planScaffold, type PreparedPlan } from '../../src/scaffold/plan';
import { precompileAll } from '../../src/scaffold/precompile';
import { readOnlyDisk } from '../../src/scaffold/read-only-disk';
import { describeProblem, type Result } from '../../src/scaffold/result';
import { settleSystem, unprovenPorts } from '../../src/scaffold/system';
import type { Template } from '../../src/scaffold/template';
import { withoutFacts } from './ports-without-facts';
import { registry } from './registry-under-test';

const root = path.resolve(import.meta.dirname, '../../templates');
const names = readdirSync(path.join(root, 'blueprints'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => path.basename(file, '.yaml'));

interface Planned {
  readonly blueprint: Blueprint;
  readonly templates: readonly Template[];
  readonly prepared: PreparedPlan;
  readonly project: Project;
}

describe('blueprints', () => {
  const all = new Map<string, Promise<Planned>>();
  const planned = (name: string): Promise<Planned> => {
    const made = all.get(name) ?? plan(name);
    all.set(name, made);
    return made;
  };

  it('are there', () => {
    assert.ok(names.includes('fraud-detection'));
  });

  for (const name of names) {
    describe(name, () => {
      it('plans without a conflict, each file once', async () => {
        const { files } = (await planned(name)).prepared.plan;
        assert.deepEqual([...new Set(files.map(({ action }) => action))], ['create']);
        assert.equal(new Set(files.map((file) => file.path.toLowerCase())).size, files.length);
      });

      it('binds every port that a component requires', async () => {
        const { wiring } = (await planned(name)).prepared.plan;
        assert.ok(wiring.length > 0);
        assert.deepEqual(
          wiring.filter(({ from }) => from === undefined),
          [],
        );
      });

      it('is wired by ports that the facts of what it writes prove', async () => {
        const { blueprint, templates, project } = await planned(name);
        const settled = valueOf(settleSystem(valueOf(requestsOf(blueprint, templates, {})), []));
        const bound = new Set(blueprint.components.flatMap(({ bind }) => Object.values(bind)));
        const ports = settled.flatMap(({ request, provides }) =>
          provides.filter((port) => bound.has(`${request.id}.${port.id}`) && !withoutFacts.has(port.port)),
        );
        assert.ok(ports.length > 0);
        assert.deepEqual(unprovenPorts(ports, project.facts.allFacts()), []);
      });

      it('has no finding of ours at any severity, and lacks nothing', async () => {
        const { project, prepared } = await planned(name);
        const own = prepared.plan.files.flatMap((file) => project.findingsOf(file.path));
        const told = [...own, ...project.crossFindings()].map(
          ({ path: file, rule, message }) => `${file} ${rule}: ${message}`,
        );
        assert.deepEqual(told, []);
        assert.deepEqual(
          project.gaps().map(({ message }) => message),
          [],
        );
      });
    });
  }
});

async function plan(name: string): Promise<Planned> {
  const shipped = valueOf(precompileAll(sources()));
  const blueprint = shipped.blueprints.find(({ id }) => id === name);
  assert.ok(blueprint, `${name}.yaml has another id`);
  const components = valueOf(requestsOf(blueprint, shipped.templates, {}));
  const prepared = valueOf(await planScaffold(readOnlyDisk(new Map()), { components }));
  const project = new Project(
    { registry, crossRules, gapRules, matchesGlob: () => false },
    { today: '2026-11-29', closed: true, forced: { opinions: true } },
  );
  for (const { path: file, after } of prepared.previews) {
    if (!after || after.subarray(0, 8192).includes(0)) continue;
    const format = await project.prepare(file);
    if (format) project.setFile(file, new TextDecoder().decode(after), format);
  }
  return { blueprint, templates: shipped.templates, prepared, project };
}

function sources(): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) => !/__pycache__|\.(?:pytest|mypy|ruff)_cache|\/bad-twin\/|\/cases\/|verify\.yaml$/.test(file),
    )
    .map((file) => ({
      path: path.relative(root, file).split(path.sep).join('/'),
      bytes: new Uint8Array(readFileSync(file)),
    }));
}

function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problems.map(describeProblem).join('\n'));
  return result.value;
}
