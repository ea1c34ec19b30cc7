import { strict as assert } from 'node:assert';
import { MemoryDisk } from '../../fakes/memory-disk';
import { consumer, producer, templateOf } from '../../fakes/templates';
import { applyPlan } from '../../../src/scaffold/apply';
import { planScaffold, type PlanRequest, type PreparedPlan } from '../../../src/scaffold/plan';
import { parsePlan, requestOfPlan } from '../../../src/scaffold/plan-json';
import { parseRecord } from '../../../src/scaffold/record';
import { describeProblem, type Result } from '../../../src/scaffold/result';
import { candidatesFor, unprovenPorts, type ComponentRequest } from '../../../src/scaffold/system';
import { undoLast } from '../../../src/scaffold/undo';

function component(more: Partial<ComponentRequest> = {}): ComponentRequest {
  return { id: 'producer', template: producer(), destination: 'pipe', answers: {}, ...more };
}

function request(
  more: Partial<PlanRequest> = {},
  answers: Readonly<Record<string, unknown>> = {},
): PlanRequest {
  return { components: [component({ answers })], ...more };
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join('\n'));
  return result.value;
}

function messages(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(describeProblem);
}

async function scaffold(disk: MemoryDisk, wanted: PlanRequest = request()): Promise<PreparedPlan> {
  const prepared = got(await planScaffold(disk, wanted));
  got(await applyPlan(disk, prepared.plan, () => planScaffold(disk, wanted)));
  return prepared;
}

const actions = ({ plan }: PreparedPlan) =>
  Object.fromEntries(plan.files.map(({ path, action }) => [path, action]));

describe('a plan', () => {
  it('names every file with its action and hash, and writes nothing', async () => {
    const disk = new MemoryDisk();
    const snapshot = disk.snapshot();
    const prepared = got(await planScaffold(disk, request()));
    assert.deepEqual(actions(prepared), {
      'pipe/README.md': 'create',
      'pipe/app.py': 'create',
      'pipe/deploy.yaml': 'create',
    });
    assert.match(prepared.plan.hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(prepared.plan.answers, { topic: 'orders', replicas: 2 });
    assert.deepEqual(prepared.plan.next, ['Write to orders.']);
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  it('is the same for the same request, and another one for other answers or another workspace', async () => {
    const hash = async (disk: MemoryDisk, wanted: PlanRequest) =>
      got(await planScaffold(disk, wanted)).plan.hash;
    const first = await hash(new MemoryDisk(), request());
    assert.equal(await hash(new MemoryDisk({ other: 'x' }), request()), first);
    assert.notEqual(await hash(new MemoryDisk(), request({}, { topic: 'other' })), first);
    assert.notEqual(await hash(new MemoryDisk({ 'pipe/README.md': 'x' }), request()), first);
  });

  it('carries findings beside the hash', async () => {
    const disk = new MemoryDisk();
    const plain = got(await planScaffold(disk, request()));
    const checked = got(
      await planScaffold(disk, request(), { check: (files) => files.map((file) => file.path) }),
    );
    assert.deepEqual(checked.plan.findings, ['pipe/README.md', 'pipe/app.py', 'pipe/deploy.yaml']);
    assert.equal(checked.plan.hash, plain.plan.hash);
  });

  it('survives being printed and is applied by its hash', async () => {
    const disk = new MemoryDisk();
    const { plan } = got(await planScaffold(disk, request({ exclude: ['pipe/README.md'] }, { topic: 'x' })));
    const read = got(parsePlan(JSON.stringify(plan)));
    const again = got(requestOfPlan(read, [producer()]));
    got(await applyPlan(disk, read, () => planScaffold(disk, again)));
    assert.equal(disk.text('pipe/app.py')?.split('\n')[0], 'TOPIC = "x"');
    assert.equal(disk.text('pipe/README.md'), undefined);
  });

  for (const text of [
    '',
    '{}',
    '[]',
    '{"version":1,"hash":"x"}',
    'null',
    '{"version":1,"hash":"","components":[{}],"files":[]}',
  ])
    it(`is not read from ${text || 'nothing'}`, () => assert.equal(parsePlan(text).ok, false));
});

describe('applying a plan', () => {
  it('writes the files, a record and the pristine texts, and can be undone without a trace', async () => {
    const disk = new MemoryDisk({ mine: 'x' });
    const snapshot = disk.snapshot();
    await scaffold(disk);
    assert.equal(disk.text('pipe/deploy.yaml'), '# deployment\nreplicas: 2\ntopic: orders\n');
    const record = got(parseRecord('producer', disk.text('.ai-patterns/components/producer.yaml') ?? ''));
    assert.deepEqual(record.answers, { topic: 'orders', replicas: 2 });
    for (const hash of Object.values(record.files)) assert.ok(disk.text(`.ai-patterns/base/${hash}`));
    got(await undoLast(disk));
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  it('twice is once', async () => {
    const disk = new MemoryDisk();
    await scaffold(disk);
    const snapshot = disk.snapshot();
    const second = await scaffold(disk);
    assert.deepEqual(second.changes, []);
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  const changes: readonly (readonly [what: string, change: (disk: MemoryDisk) => void, message: RegExp])[] = [
    ['a file appeared', (disk) => disk.put('pipe/app.py', 'x'), /"pipe\/app\.py" exists now/],
    [
      'a file was edited',
      (disk) => disk.put('pipe/deploy.yaml', 'topic: orders\n'),
      /"pipe\/deploy\.yaml" was edited/,
    ],
    ['a file was deleted', (disk) => disk.drop('pipe/deploy.yaml'), /"pipe\/deploy\.yaml" was deleted/],
  ];
  for (const [what, change, message] of changes)
    it(`is refused when ${what} since, and says so`, async () => {
      const disk = new MemoryDisk({ 'pipe/deploy.yaml': 'replicas: 2\n' });
      const { plan } = got(await planScaffold(disk, request()));
      change(disk);
      const snapshot = disk.snapshot();
      const result = await applyPlan(disk, plan, () => planScaffold(disk, request()));
      assert.match(messages(result).join('\n'), message);
      assert.deepEqual(disk.snapshot(), snapshot);
    });

  it('is refused when the template changed since', async () => {
    const disk = new MemoryDisk();
    const { plan } = got(await planScaffold(disk, request()));
    const newer = { components: [component({ template: producer('1.1.0') })] };
    const result = await applyPlan(disk, plan, () => planScaffold(disk, newer));
    assert.match(messages(result).join('\n'), /producer 1\.0\.0 is now data-pipeline\/producer 1\.1\.0/);
  });
});

describe('a file that exists', () => {
  const text = '# mine\nreplicas: 5\n';

  it('is merged into where keys are missing', async () => {
    const disk = new MemoryDisk({ 'pipe/deploy.yaml': '# mine\nname: a\n' });
    const prepared = await scaffold(disk);
    assert.equal(actions(prepared)['pipe/deploy.yaml'], 'merge');
    assert.equal(
      disk.text('pipe/deploy.yaml'),
      '# mine\nname: a\n# deployment\nreplicas: 2\ntopic: orders\n',
    );
  });

  it('is unchanged where only its line breaks are of Windows', async () => {
    const disk = new MemoryDisk({ 'pipe/README.md': '# orders\r\n' });
    assert.equal(actions(await scaffold(disk))['pipe/README.md'], 'unchanged');
  });

  it('is a conflict where a key says otherwise, and nothing is written until it is settled', async () => {
    const disk = new MemoryDisk({ 'pipe/deploy.yaml': text });
    const prepared = got(await planScaffold(disk, request()));
    assert.deepEqual(
      prepared.plan.files.filter((file) => file.open).map(({ path, conflicts }) => [path, conflicts]),
      [['pipe/deploy.yaml', ['replicas']]],
    );
    const result = await applyPlan(disk, prepared.plan, () => planScaffold(disk, request()));
    assert.match(messages(result).join(), /differs at replicas/);
  });

  for (const [resolution, check] of [
    ['mine', (now: string) => assert.equal(now, text)],
    ['theirs', (now: string) => assert.equal(now, '# deployment\nreplicas: 2\ntopic: orders\n')],
    [
      'markers',
      (now: string) => assert.match(now, /^<{7} yours\n# mine\n[\s\S]*={7}\n# deployment\n[\s\S]*>{7} /),
    ],
  ] as const)
    it(`is settled by "${resolution}"`, async () => {
      const disk = new MemoryDisk({ 'pipe/deploy.yaml': text });
      await scaffold(disk, request({ resolutions: { 'pipe/deploy.yaml': resolution } }));
      check(disk.text('pipe/deploy.yaml') ?? '');
    });
});

describe('bad input', () => {
  const destinations: readonly (readonly [destination: string, message: RegExp])[] = [
    ['../out', /leaves the destination/],
    ['/abs', /absolute/],
    ['a/con', /Windows reserves/],
    ['file.txt', /is a file where a folder is needed/],
    ['linked', /symbolic link/],
  ];
  for (const [destination, message] of destinations)
    it(`refuses the destination ${destination}, names the next step and writes nothing`, async () => {
      const disk = new MemoryDisk({ 'file.txt': 'x' });
      disk.link('linked');
      const snapshot = disk.snapshot();
      const wanted = { components: [component({ destination })] };
      const result = await planScaffold(disk, wanted);
      assert.match(messages(result).join('\n'), message);
      assert.ok(!result.ok && result.problems.every((problem) => problem.next !== undefined));
      assert.deepEqual(disk.snapshot(), snapshot);
    });

  for (const [what, answers, message] of [
    ['a surplus answer', { topik: 'x' }, /"topik" is not a question/],
    ['a wrong type', { replicas: 'two' }, /number is expected/],
    ['a broken bound', { replicas: 0 }, /at least 1/],
    ['a broken format', { topic: 'a b' }, /up to 249/],
    ['an object', { topic: {} }, /text, a number/],
    [
      '__proto__',
      JSON.parse('{"__proto__": "x"}') as Record<string, unknown>,
      /"__proto__" is not a question/,
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      assert.match(messages(await planScaffold(new MemoryDisk(), request({}, answers))).join('\n'), message);
    });

  it('refuses a path that an answer would break out of', async () => {
    const template = templateOf({
      'template.yaml': `id: a/b
version: 1.0.0
title: T
description: D
questions: [{ name: folder, type: text, title: Folder, default: src }]
`,
      'files/{{folder}}/x.txt': 'x',
    });
    for (const folder of ['..', 'a/b', 'a\\b', 'nul', 'x.', 'C:', '.ai-patterns', '.AI-Patterns'])
      assert.equal(
        (
          await planScaffold(new MemoryDisk(), {
            components: [{ id: 'x', template, destination: '', answers: { folder } }],
          })
        ).ok,
        false,
        folder,
      );
  });

  it('passes on what the disk says when the drive is lost', async () => {
    const disk = new MemoryDisk();
    disk.restart({ at: 1, is: 'dies' });
    assert.match(
      messages(await planScaffold(disk, request())).join('\n'),
      /drive that cannot be reached.*Connect the drive/,
    );
  });
});

describe('two components', () => {
  const watch: ComponentRequest = {
    id: 'watch',
    template: consumer(),
    destination: 'watch',
    answers: {},
    bindings: { input: 'producer.events' },
  };
  const wired = (topic = 'orders'): PlanRequest => ({
    components: [watch, component({ answers: { topic } })],
  });

  it('are wired by their ports, whatever their order', async () => {
    const disk = new MemoryDisk();
    const { plan } = await scaffold(disk, wired('clicks'));
    assert.equal(disk.text('watch/consume.py'), 'SOURCE = "clicks"\n');
    assert.deepEqual(plan.wiring, [
      { from: 'producer.events', to: 'watch.input', port: 'topic', name: 'clicks' },
    ]);
  });

  it('are wired to a component that the workspace has already', async () => {
    const disk = new MemoryDisk();
    await scaffold(disk, request({}, { topic: 'clicks' }));
    await scaffold(disk, { components: [watch] });
    assert.equal(disk.text('watch/consume.py'), 'SOURCE = "clicks"\n');
  });

  it('say what is not bound', async () => {
    const { plan } = got(await planScaffold(new MemoryDisk(), { components: [{ ...watch, bindings: {} }] }));
    assert.deepEqual(plan.wiring, [{ to: 'watch.input', port: 'topic' }]);
  });

  for (const [what, bindings, message] of [
    ['nothing provides', { input: 'producer.nothing' }, /Nothing provides "producer.nothing"/],
    ['is not required', { inputs: 'producer.events' }, /requires no port "inputs"/],
    ['needs itself', { input: 'watch.metrics' }, /in a circle/],
  ] as const)
    it(`refuse a binding that ${what}`, async () => {
      const result = await planScaffold(new MemoryDisk(), {
        components: [{ ...watch, bindings }, component()],
      });
      assert.match(messages(result).join('\n'), message);
    });

  it('find candidates in records and in facts, each name once', async () => {
    const disk = new MemoryDisk();
    await scaffold(disk);
    const record = got(parseRecord('producer', disk.text('.ai-patterns/components/producer.yaml') ?? ''));
    const fact = (type: string, name: string) => ({ type, name, attributes: {} });
    const [required] = consumer().manifest.requires;
    assert.ok(required);
    const found = candidatesFor(
      required,
      [record],
      [fact('topic', 'orders'), fact('topic', 'other'), fact('bucket', 'b')],
    );
    assert.deepEqual(
      found.map(({ name, from }) => [name, from]),
      [
        ['orders', 'producer.events'],
        ['other', undefined],
      ],
    );
    assert.deepEqual(unprovenPorts(record.provides, [fact('topic', 'orders')]), []);
    assert.equal(unprovenPorts(record.provides, [fact('topic', 'x')]).length, 1);
  });
});
