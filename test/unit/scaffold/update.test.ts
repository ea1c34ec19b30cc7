import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { MemoryDisk } from '../../fakes/memory-disk';
import { consumer, producer, templateOf } from '../../fakes/templates';
import { bytesToBase64 } from '../../../src/scaffold/base64';
import { applyPlan } from '../../../src/scaffold/apply';
import { planEject } from '../../../src/scaffold/eject';
import { planScaffold, type PlanRequest, type PreparedPlan } from '../../../src/scaffold/plan';
import { describeProblem, type Result } from '../../../src/scaffold/result';
import type { Template } from '../../../src/scaffold/template';
import { runTransaction } from '../../../src/scaffold/transaction';
import { undoLast } from '../../../src/scaffold/undo';
import { isUpToDate, planUpdate, type UpdateRequest } from '../../../src/scaffold/update';

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join('\n'));
  return result.value;
}

const messages = (result: Result<unknown>): string =>
  result.ok ? '' : result.problems.map(describeProblem).join('\n');

async function scaffolded(
  template: Template = producer(),
  more: Partial<PlanRequest> = {},
): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const wanted: PlanRequest = {
    components: [{ id: 'producer', template, destination: 'pipe', answers: {} }],
    ...more,
  };
  const { plan } = got(await planScaffold(disk, wanted));
  got(await applyPlan(disk, plan, () => planScaffold(disk, wanted)));
  return disk;
}

async function update(disk: MemoryDisk, request: UpdateRequest): Promise<PreparedPlan> {
  const prepared = got(await planUpdate(disk, request));
  got(await applyPlan(disk, prepared.plan, () => planUpdate(disk, request)));
  return prepared;
}

const actions = ({ plan }: PreparedPlan) =>
  Object.fromEntries(
    plan.files.filter(({ action }) => action !== 'unchanged').map(({ path, action }) => [path, action]),
  );

const newApp =
  'import sys\n\nTOPIC = {{py topic}}\n\n\ndef run() -> None:\n    print(TOPIC, file=sys.stderr)\n';
const next = (
  files: Readonly<Record<string, string>> = { 'files/app.py.hbs': newApp },
  more = '',
): UpdateRequest => ({
  templates: [producer('1.1.0', files, more)],
});

describe('an update', () => {
  it('to the same version is an empty plan', async () => {
    const prepared = await update(await scaffolded(), { templates: [producer()] });
    assert.ok(isUpToDate(prepared));
    assert.deepEqual(actions(prepared), {});
  });

  it('takes what the template changed, keeps what the user changed, and can be undone', async () => {
    const disk = await scaffolded();
    disk.put('pipe/app.py', 'TOPIC = "orders"\nMINE = 1\n\n\ndef run() -> None:\n    print(TOPIC)\n');
    const snapshot = disk.snapshot((path) => path.includes('journal'));
    const prepared = await update(disk, next());
    assert.deepEqual(actions(prepared), { 'pipe/app.py': 'merge' });
    assert.equal(
      disk.text('pipe/app.py'),
      'import sys\n\nTOPIC = "orders"\nMINE = 1\n\n\ndef run() -> None:\n    print(TOPIC, file=sys.stderr)\n',
    );
    got(await undoLast(disk));
    assert.deepEqual(
      disk.snapshot((path) => path.includes('journal')),
      snapshot,
    );
  });

  it('twice changes nothing, and leaves no pristine text that nothing needs', async () => {
    const disk = await scaffolded();
    await update(disk, next());
    assert.ok(isUpToDate(got(await planUpdate(disk, next()))));
    const bases = Object.keys(disk.snapshot()).filter((path) => /base\/./.test(path));
    assert.equal(bases.length, 3);
  });

  it('leaves a deleted file deleted, also when the template changed it', async () => {
    const disk = await scaffolded();
    disk.drop('pipe/app.py');
    await update(disk, next());
    assert.equal(disk.text('pipe/app.py'), undefined);
    await update(disk, { templates: [producer('1.2.0')] });
    assert.equal(disk.text('pipe/app.py'), undefined);
  });

  it('leaves out for ever what the user left out at first', async () => {
    const disk = await scaffolded(producer(), { exclude: ['pipe/app.py'] });
    assert.ok(isUpToDate(got(await planUpdate(disk, { templates: [producer()] }))));
    await update(disk, next());
    assert.equal(disk.text('pipe/app.py'), undefined);
  });

  it('marks a true conflict, refuses while it stands, and goes on when it is resolved', async () => {
    const disk = await scaffolded();
    disk.put('pipe/app.py', 'TOPIC = "orders"\n\n\ndef run() -> None:\n    log(TOPIC)\n');
    const prepared = await update(disk, next());
    assert.deepEqual(actions(prepared), { 'pipe/app.py': 'conflict' });
    assert.match(
      disk.text('pipe/app.py') ?? '',
      /<{7} yours\n {4}log\(TOPIC\)\n\|{7} data-pipeline\/producer 1\.0\.0\n {4}print\(TOPIC\)\n={7}\n {4}print\(TOPIC, file=sys\.stderr\)\n>{7} data-pipeline\/producer 1\.1\.0\n/,
    );
    assert.match(messages(await planUpdate(disk, next())), /still has conflict markers/);
    disk.put('pipe/app.py', 'resolved\n');
    assert.ok(isUpToDate(got(await planUpdate(disk, next()))));
    assert.equal(disk.text('pipe/app.py'), 'resolved\n');
  });

  it('adds a new file, and removes one that the template dropped unless it was edited', async () => {
    const template = (version: string, name: string) => producer(version, { [`files/${name}.txt`]: 'x\n' });
    const disk = await scaffolded(template('1.0.0', 'old'));
    const prepared = await update(disk, { templates: [template('1.1.0', 'new')] });
    assert.deepEqual(actions(prepared), { 'pipe/new.txt': 'create', 'pipe/old.txt': 'delete' });
    const edited = await scaffolded(template('1.0.0', 'old'));
    edited.put('pipe/old.txt', 'edited\n');
    await update(edited, { templates: [template('1.1.0', 'new')] });
    assert.equal(edited.text('pipe/old.txt'), 'edited\n');
  });

  it('leaves a file alone whose tick was taken away, and offers it again', async () => {
    const disk = await scaffolded();
    const mine = 'TOPIC = "orders"\nMINE = 1\n\n\ndef run() -> None:\n    print(TOPIC)\n';
    disk.put('pipe/app.py', mine);
    const more = { 'files/app.py.hbs': newApp, 'files/new.md': 'New.\n' };
    const prepared = await update(disk, { ...next(more), exclude: ['pipe/app.py', 'pipe/new.md'] });
    assert.deepEqual(actions(prepared), { 'pipe/app.py': 'skip', 'pipe/new.md': 'skip' });
    assert.equal(disk.text('pipe/app.py'), mine);
    assert.equal(disk.text('pipe/new.md'), undefined);
    assert.deepEqual(actions(await update(disk, next(more))), {
      'pipe/app.py': 'merge',
      'pipe/new.md': 'create',
    });
    assert.match(disk.text('pipe/app.py') ?? '', /import sys\n\nTOPIC = "orders"\nMINE = 1/);
    assert.ok(isUpToDate(got(await planUpdate(disk, next(more)))));
  });

  it('applies migrations: a renamed answer, a moved file, a renamed key', async () => {
    const migrations = `migrations:
  - to: 2.0.0
    renameAnswer: { topic: target }
    moveFile: { app.py: main.py }
    renameKey: [{ file: deploy.yaml, from: replicas, to: count }]
`;
    const newer = {
      ...producer(
        '2.0.0',
        { 'files/main.py.hbs': 'TOPIC = {{py topic}}\n\n\ndef run() -> None:\n    print(TOPIC)\n' },
        migrations,
      ),
    };
    const questions = newer.manifest.questions.map((question) =>
      question.name === 'topic' ? { ...question, name: 'target' } : question,
    );
    const text = JSON.stringify({ ...newer, manifest: { ...newer.manifest, questions } });
    // Only the answer is renamed; files and ports then name the new one.
    const renamed = text
      .replaceAll('"name":"topic"', '"name":"target"')
      .replaceAll('{{topic}}', '{{target}}');
    const template = JSON.parse(renamed) as Template;
    const files = template.files
      .filter((file) => file.path !== 'app.py.hbs')
      .map((file) =>
        file.path === 'deploy.yaml.hbs' && 'program' in file
          ? {
              ...file,
              program: file.program.map((piece) =>
                typeof piece === 'string' ? piece.replace('replicas', 'count') : piece,
              ),
            }
          : file,
      );
    const disk = await scaffolded();
    disk.put('pipe/app.py', 'TOPIC = "orders"\n\n\ndef run() -> None:\n    print(TOPIC)\n# mine\n');
    disk.put('pipe/deploy.yaml', '# deployment\nreplicas: 7 # mine\ntopic: orders\n');
    await update(disk, { templates: [{ ...template, files }] });
    assert.equal(disk.text('pipe/app.py'), undefined);
    assert.equal(
      disk.text('pipe/main.py'),
      'TOPIC = "orders"\n\n\ndef run() -> None:\n    print(TOPIC)\n# mine\n',
    );
    assert.equal(disk.text('pipe/deploy.yaml'), '# deployment\ncount: 7 # mine\ntopic: orders\n');
    assert.match(disk.text('.ai-patterns/components/producer.yaml') ?? '', /target: orders/);
  });

  describe('that moves a file', () => {
    const moved = (): UpdateRequest => ({
      templates: [
        {
          ...producer(
            '2.0.0',
            { 'files/main.py.hbs': '# {{comment topic}}\n' },
            'migrations: [{ to: 2.0.0, moveFile: { app.py: main.py } }]\n',
          ),
        },
      ].map((template) => ({
        ...template,
        files: template.files.filter((file) => file.path !== 'app.py.hbs'),
      })),
    });

    it('takes an untouched file to its new place', async () => {
      const disk = await scaffolded();
      assert.deepEqual(actions(await update(disk, moved())), {
        'pipe/app.py': 'delete',
        'pipe/main.py': 'create',
      });
      assert.ok(isUpToDate(got(await planUpdate(disk, moved()))));
    });

    for (const path of ['pipe/app.py', 'pipe/main.py'])
      it(`makes no half of a move where the tick of ${path} was taken away`, async () => {
        const disk = await scaffolded();
        disk.put('pipe/app.py', 'MINE = 1\n');
        const prepared = await update(disk, { ...moved(), exclude: [path] });
        assert.equal(
          prepared.changes.some((change) => /\.py$/.test(change.path)),
          false,
        );
        assert.equal(disk.text('pipe/app.py'), 'MINE = 1\n');
        assert.equal(disk.text('pipe/main.py'), undefined);
      });

    it('leaves it deleted where the user deleted it', async () => {
      const disk = await scaffolded();
      disk.drop('pipe/app.py');
      assert.deepEqual(actions(await update(disk, moved())), {});
      assert.equal(disk.text('pipe/main.py'), undefined);
      assert.ok(isUpToDate(got(await planUpdate(disk, moved()))));
    });

    it('is refused where the user has another file there', async () => {
      const disk = await scaffolded();
      disk.put('pipe/main.py', 'mine\n');
      const snapshot = disk.snapshot();
      assert.match(
        messages(await planUpdate(disk, moved())),
        /moves "pipe\/app\.py" to "pipe\/main\.py", which exists/,
      );
      assert.deepEqual(disk.snapshot(), snapshot);
    });

    it('goes on with a file that the user moved there already', async () => {
      const disk = await scaffolded();
      disk.put('pipe/main.py', `${disk.text('pipe/app.py') ?? ''}# mine\n`);
      disk.drop('pipe/app.py');
      await update(disk, moved());
      assert.match(disk.text('pipe/main.py') ?? '', /# mine/);
    });
  });

  it('does not touch a secret file, and keeps its value nowhere else', async () => {
    const template = (version: string) =>
      templateOf({
        'template.yaml': `id: data-pipeline/producer
version: ${version}
title: T
description: D
questions: [{ name: token, type: text, title: Token, default: '', secret: true }]
files: [{ path: env.hbs, rename: .env, secret: true }]
`,
        'files/env.hbs': `TOKEN={{env token}}\n# ${version}\n`,
      });
    const disk = new MemoryDisk();
    const components = [
      { id: 'producer', template: template('1.0.0'), destination: 'pipe', answers: { token: 'hush-hush' } },
    ];
    const { plan } = got(await planScaffold(disk, { components }));
    assert.ok(!JSON.stringify(plan).includes('hush-hush'));
    got(await applyPlan(disk, plan, () => planScaffold(disk, { components })));
    await update(disk, { templates: [template('1.1.0')] });
    const holders = Object.entries(disk.snapshot()).filter(([, text]) => text.includes('hush-hush'));
    assert.deepEqual(holders, [['pipe/.env', 'TOKEN=hush-hush\n# 1.0.0\n']]);
  });

  it('applies an answer that was edited in the record by hand', async () => {
    const disk = await scaffolded();
    const path = '.ai-patterns/components/producer.yaml';
    disk.put(path, (disk.text(path) ?? '').replace('topic: orders', 'topic: clicks'));
    await update(disk, { templates: [producer()] });
    assert.match(disk.text('pipe/app.py') ?? '', /TOPIC = "clicks"/);
    assert.ok(isUpToDate(got(await planUpdate(disk, { templates: [producer()] }))));
  });

  for (const [what, from, to, message] of [
    ['YAML', 'version: 1', 'version: [', /producer\.yaml:\d+:\d+: /],
    ['an answer', 'topic: orders', 'topic: a b', /up to 249/],
    ['a surplus answer', 'topic: orders', 'topik: orders', /"topik" is not a question/],
    ['a path', 'app.py:', '../app.py:', /leaves the destination/],
    ['an alias', 'topic: orders', 'topic: &a orders', /anchors/],
  ] as const)
    it(`refuses a record with broken ${what} and says where`, async () => {
      const disk = await scaffolded();
      const path = '.ai-patterns/components/producer.yaml';
      disk.put(path, (disk.text(path) ?? '').replace(from, to));
      assert.match(messages(await planUpdate(disk, { templates: [producer()] })), message);
    });

  it('carries a renamed topic to the component that is bound to it', async () => {
    const disk = await scaffolded();
    const wanted: PlanRequest = {
      components: [
        {
          id: 'watch',
          template: consumer(),
          destination: 'watch',
          answers: {},
          bindings: { input: 'producer.events' },
        },
      ],
    };
    const { plan } = got(await planScaffold(disk, wanted));
    got(await applyPlan(disk, plan, () => planScaffold(disk, wanted)));
    await update(disk, { templates: [producer(), consumer()], answers: { producer: { topic: 'clicks' } } });
    assert.equal(disk.text('watch/consume.py'), 'SOURCE = "clicks"\n');
  });

  it('leaves an ejected file alone, and refuses to eject what it does not know', async () => {
    const disk = await scaffolded();
    got(await runTransaction(disk, 'eject', got(await planEject(disk, 'pipe/app.py'))));
    await update(disk, next());
    assert.doesNotMatch(disk.text('pipe/app.py') ?? '', /import sys/);
    assert.match(messages(await planEject(disk, 'pipe/app.py')), /does not belong/);
  });

  it('leaves a new file alone that the user has already, where the template says keep', async () => {
    const disk = await scaffolded();
    disk.put('pipe/notes.txt', 'mine\n');
    const request = next({ 'files/notes.txt': 'theirs\n' }, 'files: [{ path: notes.txt, existing: keep }]\n');
    await update(disk, request);
    assert.equal(disk.text('pipe/notes.txt'), 'mine\n');
    assert.ok(isUpToDate(got(await planUpdate(disk, request))));
    await update(disk, { templates: [producer('1.2.0', { 'files/notes.txt': 'newer\n' })] });
    assert.equal(disk.text('pipe/notes.txt'), 'mine\n');
  });

  it("leaves a binary file the user's when both sides changed it, and replaces one that nobody touched", async () => {
    const binary = (version: string, byte: number): Template => {
      const template = producer(version);
      return {
        ...template,
        files: [...template.files, { path: 'x.bin', base64: bytesToBase64(Uint8Array.of(0, byte)) }],
      };
    };
    const untouched = await scaffolded(binary('1.0.0', 1));
    assert.deepEqual(actions(await update(untouched, { templates: [binary('1.1.0', 2)] })), {
      'pipe/x.bin': 'replace',
    });
    const edited = await scaffolded(binary('1.0.0', 1));
    edited.put('pipe/x.bin', Uint8Array.of(0, 9));
    await update(edited, { templates: [binary('1.1.0', 2)] });
    assert.deepEqual(edited.entries.get('pipe/x.bin')?.bytes, Uint8Array.of(0, 9));
  });

  it('marks the whole file when its pristine text is gone', async () => {
    const disk = await scaffolded();
    for (const path of Object.keys(disk.snapshot())) if (/base\/./.test(path)) disk.drop(path);
    disk.put('pipe/app.py', 'mine\n');
    await update(disk, next());
    assert.match(disk.text('pipe/app.py') ?? '', /<{7} yours\nmine\n/);
  });

  it('refuses a template that is older, or missing', async () => {
    const disk = await scaffolded(producer('1.1.0'));
    assert.match(
      messages(await planUpdate(disk, { templates: [producer('1.0.0')] })),
      /Update the extension/,
    );
    assert.match(messages(await planUpdate(disk, { templates: [] })), /There is no template/);
    assert.match(
      messages(await planUpdate(disk, { templates: [], components: ['x'] })),
      /There is no component "x"/,
    );
  });
});

describe('over generated histories', () => {
  const line = fc.constantFrom('a = 1', 'b = 2', 'c = 3', '', 'def f():', '    return 1', 'x', 'y');
  const body = fc.array(line, { minLength: 1, maxLength: 10 }).map((lines) => `${lines.join('\n')}\n`);
  const edit = fc.oneof(
    fc.record({ is: fc.constant('insert' as const), at: fc.nat(), text: fc.nat().map((n) => `# user ${n}`) }),
    fc.record({ is: fc.constant('delete' as const), at: fc.nat(), text: fc.constant('') }),
  );

  it('an update twice is once, the same version changes nothing, and no line of the user is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 2, maxLength: 4 }),
        fc.array(edit, { maxLength: 4 }),
        async (bodies, edits) => {
          const versions = bodies.map((text, index) =>
            producer(`1.${index}.0`, { 'files/app.py.hbs': text }),
          );
          const [first, ...later] = versions;
          if (first === undefined) return;
          const disk = await scaffolded(first);
          const lines = (disk.text('pipe/app.py') ?? '').split('\n');
          for (const { is, at, text } of edits)
            lines.splice(
              at % (lines.length + 1),
              is === 'delete' ? 1 : 0,
              ...(is === 'delete' ? [] : [text]),
            );
          disk.put('pipe/app.py', lines.join('\n'));
          const mine = lines.filter((each) => each.startsWith('# user'));
          assert.ok(isUpToDate(got(await planUpdate(disk, { templates: [first] }))));
          for (const template of later) {
            const planned = await planUpdate(disk, { templates: [template] });
            // A conflict of an earlier step stands in the way, which is as it should be.
            if (!planned.ok) {
              assert.match(messages(planned), /still has conflict markers/);
              return;
            }
            await update(disk, { templates: [template] });
            const text = disk.text('pipe/app.py') ?? '';
            for (const each of mine) assert.ok(text.includes(each), `lost ${each}`);
            const again = await planUpdate(disk, { templates: [template] });
            if (again.ok) assert.ok(isUpToDate(again.value));
            else assert.match(text, /^<{7} yours$/m);
          }
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(30_000);
});
