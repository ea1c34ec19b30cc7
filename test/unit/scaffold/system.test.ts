import { strict as assert } from 'node:assert';
import { strToU8, zipSync } from 'fflate';
import { MemoryDisk } from '../../fakes/memory-disk';
import { consumer, producer, sourceFiles, templateOf } from '../../fakes/templates';
import { applyPlan } from '../../../src/scaffold/apply';
import { loadBlueprint, requestsOf } from '../../../src/scaffold/blueprint';
import { findBlueprint, requestsBelow } from '../../../src/scaffold/blueprint-requests';
import { readFolder, readZip, templateFolders } from '../../../src/scaffold/collection';
import { loadTemplate } from '../../../src/scaffold/load-template';
import { planScaffold } from '../../../src/scaffold/plan';
import { precompileAll } from '../../../src/scaffold/precompile';
import { readRecords } from '../../../src/scaffold/record';
import { describeProblem, type Result } from '../../../src/scaffold/result';
import { brokenWires } from '../../../src/scaffold/system';
import type { Template } from '../../../src/scaffold/template';
import { TemplateStore, type TemplateSummary } from '../../../src/scaffold/template-store';
import { hashOf } from '../../../src/scaffold/text';

const blueprint = `id: clicks
version: 1.0.0
title: Clicks
description: A producer and what watches it.
shared:
  - { name: topic, type: text, title: Topic, default: clicks, validate: { format: kafka-topic } }
components:
  - id: watch
    template: monitoring/consumer
    bind: { input: source.events }
  - id: source
    template: data-pipeline/producer
    dest: pipelines/source
    answers: { replicas: 3 }
`;
const templates = [producer(), consumer()];

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join('\n'));
  return result.value;
}

function summaryOf({ manifest: { id, version, title, description, formerly } }: Template): TemplateSummary {
  return { id, version, title, description, formerly, file: `${id}.json` };
}

function messages(result: Result<unknown>): string {
  return result.ok ? '' : result.problems.map(describeProblem).join('\n');
}

describe('a blueprint', () => {
  it('becomes one plan of wired components with one set of names', async () => {
    const disk = new MemoryDisk();
    const components = got(
      requestsOf(got(loadBlueprint('b.yaml', blueprint, templates)), templates, { topic: 'views' }),
    );
    const { plan } = got(await planScaffold(disk, { components }));
    assert.deepEqual(plan.wiring, [
      { from: 'source.events', to: 'watch.input', port: 'topic', name: 'views' },
    ]);
    got(await applyPlan(disk, plan, () => planScaffold(disk, { components })));
    assert.equal(disk.text('watch/consume.py'), 'SOURCE = "views"\n');
    assert.match(disk.text('pipelines/source/deploy.yaml') ?? '', /replicas: 3\ntopic: views/);
    assert.deepEqual(
      got(await readRecords(disk)).map((record) => record.id),
      ['source', 'watch'],
    );
  });

  it('says what to do next with the folder of each step, the top folder first', async () => {
    const [left, top] = ['left', ''].map((destination) => ({
      id: destination === '' ? 'top' : destination,
      template: templateOf({
        'template.yaml': `id: x/guide\nversion: 1.0.0\ntitle: Guide\ndescription: Tells.\nnext: ['Run it.']\n`,
        'files/guide.txt': 'guide\n',
      }),
      destination,
      answers: {},
    }));
    assert.ok(left && top);
    const { plan } = got(await planScaffold(new MemoryDisk(), { components: [left, top] }));
    assert.deepEqual(plan.next, ['Run it.', 'left: Run it.']);
    const alone = got(await planScaffold(new MemoryDisk(), { components: [left] }));
    assert.deepEqual(alone.plan.next, ['Run it.']);
  });

  it('lets a bound port speak before a shared name of the same question', () => {
    const text = blueprint.replace('name: topic, type', 'name: source, type');
    const given = (blueprintText: string) =>
      got(
        requestsOf(got(loadBlueprint('b.yaml', blueprintText, templates)), templates, { source: 'views' }),
      )[0];
    assert.deepEqual(given(text)?.answers, {});
    assert.deepEqual(given(text.replace('    bind: { input: source.events }\n', ''))?.answers, {
      source: 'views',
    });
  });

  it('is found by its name and put below a folder, the top of which may be a component', async () => {
    const text = blueprint.replace('dest: pipelines/source', 'dest: .');
    const files = new Map([
      [
        'index.json',
        JSON.stringify({ templates: templates.map(summaryOf), systems: [], blueprints: { clicks: text } }),
      ],
      ...templates.map((template) => [`${template.manifest.id}.json`, JSON.stringify(template)] as const),
    ]);
    const store = new TemplateStore(async (file) => files.get(file) ?? '');
    assert.equal(await findBlueprint(store, 'constructor'), undefined);
    const found = await findBlueprint(store, 'clicks');
    assert.ok(found);
    const places = got(requestsBelow(got(found), 'systems/a', {})).map(({ destination }) => destination);
    assert.deepEqual(places, ['systems/a/watch', 'systems/a']);
    const here = got(requestsBelow(got(found), '', {})).map(({ destination }) => destination);
    assert.deepEqual(here, ['watch', '']);
  });

  it('that two branches extend merges without conflict, because each component has its own record', async () => {
    const added = async (id: string): Promise<ReadonlySet<string>> => {
      const disk = new MemoryDisk();
      const components = [{ id, template: producer(), destination: id, answers: {} }];
      const { plan } = got(await planScaffold(disk, { components }));
      got(await applyPlan(disk, plan, () => planScaffold(disk, { components })));
      return new Set(
        [...disk.entries]
          .filter(([path, entry]) => entry.kind === 'file' && !/base|journal/.test(path))
          .map(([path]) => path),
      );
    };
    const [left, right] = [await added('left'), await added('right')];
    assert.deepEqual(
      [...left].filter((path) => right.has(path)),
      [],
    );
  });

  it('notices when a wire no longer holds', async () => {
    const disk = new MemoryDisk();
    const components = got(requestsOf(got(loadBlueprint('b.yaml', blueprint, templates)), templates, {}));
    const { plan } = got(await planScaffold(disk, { components }));
    got(await applyPlan(disk, plan, () => planScaffold(disk, { components })));
    const records = got(await readRecords(disk));
    assert.deepEqual(brokenWires(records), []);
    const renamed = records.map((record) => ({
      ...record,
      provides: record.provides.map((port) => ({ ...port, name: 'other' })),
    }));
    assert.deepEqual(brokenWires(renamed), [{ from: 'source.events', to: 'watch.input', port: 'topic' }]);
  });

  for (const [what, from, to, says] of [
    [
      'an unknown template',
      'monitoring/consumer',
      'monitoring/nope',
      'b.yaml:8:5: There is no template "monitoring/nope".',
    ],
    ['an unknown port', 'source.events', 'source.nope', 'Nothing in this blueprint provides "source.nope".'],
    [
      'a port of another type',
      'source.events',
      'watch.metrics',
      'is a metrics-endpoint, "input" needs a topic',
    ],
    [
      'an unknown answer',
      'replicas: 3',
      'replica: 3',
      '"replica" is not a question of data-pipeline/producer.',
    ],
    ['a shared name that nobody asks for', 'name: topic', 'name: topik', 'The shared name "topik"'],
    ['a destination that leaves', 'pipelines/source', '../source', 'leaves the destination'],
  ] as const)
    it(`with ${what} is told so`, () => {
      const found = messages(loadBlueprint('b.yaml', blueprint.replace(from, to), templates));
      assert.ok(found.includes(says), found);
    });
});

describe('a collection of templates', () => {
  const files = {
    'mine/a/b/template.yaml': 'id: a/b\nversion: 1.0.0\ntitle: T\ndescription: D\n',
    'mine/a/b/files/x.txt': 'x',
    'mine/readme.md': 'x',
  };

  it('is read from a folder', async () => {
    const disk = new MemoryDisk(files);
    disk.link('mine/linked');
    const [folder, ...others] = templateFolders(got(await readFolder(disk, 'mine')));
    assert.deepEqual(others, []);
    assert.equal(folder?.path, 'a/b');
    assert.ok(loadTemplate(folder.files).ok);
  });

  it('is read from a zip only under its pinned hash', () => {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    );
    assert.equal(templateFolders(got(readZip(zip, hashOf(zip)))).length, 1);
    assert.match(messages(readZip(zip, hashOf('other'))), /not the pinned/);
    assert.match(messages(readZip(strToU8('no zip'), hashOf('no zip'))), /cannot be read/);
  });

  it('does not unpack what leaves its folder', () => {
    const zip = zipSync({ '../evil.txt': strToU8('x'), 'a/b/template.yaml': strToU8('x') });
    assert.deepEqual(
      got(readZip(zip, hashOf(zip))).map((file) => file.path),
      ['a/b/template.yaml'],
    );
  });

  it('is precompiled whole, and refused when an id is not its folder', () => {
    const shipped = sourceFiles({
      'a/b/template.yaml': files['mine/a/b/template.yaml'],
      'a/b/files/x.txt': 'x',
    });
    assert.equal(got(precompileAll(shipped)).templates.length, 1);
    const moved = shipped.map((file) => ({ ...file, path: file.path.replace('a/b/', 'a/c/') }));
    assert.match(messages(precompileAll(moved)), /is not the folder's path/);
  });
});

describe('speed', () => {
  it('plans a system of 12 components and merges the update of 504 edited files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 42 }, (_, index) => [
        `files/m${index}.py.hbs`,
        `T = {{py topic}}\n${'x = 1\n'.repeat(60)}# ${index}\n`,
      ]),
    );
    const changed = Object.fromEntries(
      Object.entries(many).map(([path, text]) => [path, `import os\n${text}`]),
    );
    const requests = (template: typeof many, version: string) =>
      Array.from({ length: 12 }, (_, index) => ({
        id: `c${index}`,
        template: producer(version, template),
        destination: `c${index}`,
        answers: {},
      }));
    const disk = new MemoryDisk();
    const components = requests(many, '1.0.0');
    const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      await work();
      const start = performance.now();
      return [await work(), performance.now() - start];
    };
    const [prepared, planMs] = await timed(() => planScaffold(disk, { components }));
    got(await applyPlan(disk, got(prepared).plan, () => planScaffold(disk, { components })));
    for (const [path, entry] of disk.entries)
      if (/^c\d+\/m\d+\.py$/.test(path)) disk.put(path, `${new TextDecoder().decode(entry.bytes)}# mine\n`);
    const { planUpdate } = await import('../../../src/scaffold/update');
    const newer = [producer('1.1.0', changed)];
    const [updated, updateMs] = await timed(() => planUpdate(disk, { templates: newer }));
    assert.equal(got(updated).plan.files.filter((file) => file.action === 'merge').length, 504);
    console.log(
      `      plan of ${got(prepared).plan.files.length} files: ${planMs.toFixed(0)} ms; update of 504 edited files: ${updateMs.toFixed(0)} ms`,
    );
  }).timeout(60_000);
});
