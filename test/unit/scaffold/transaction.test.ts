import { strict as assert } from 'node:assert';
import { MemoryDisk } from '../../fakes/memory-disk';
import type { Result } from '../../../src/scaffold/result';
import { recover } from '../../../src/scaffold/rollback';
import { bytesOf, hashOf } from '../../../src/scaffold/text';
import { runTransaction, type FileChange } from '../../../src/scaffold/transaction';
import { findUndo, undoLast } from '../../../src/scaffold/undo';

const before = {
  'README.md': 'mine\n',
  'src/app.py': 'print(1)\n',
  'old.txt': 'goes away\n',
  'keep/x.txt': 'stays\n',
};

function workspace(): MemoryDisk {
  const disk = new MemoryDisk(before);
  disk.put('run.sh', '#!/bin/sh\n', { executable: true });
  return disk;
}

const changes: readonly FileChange[] = [
  { path: 'README.md', before: hashOf('mine\n'), after: bytesOf('mine\nand ours\n') },
  { path: 'run.sh', before: hashOf('#!/bin/sh\n'), after: bytesOf('#!/bin/sh\ntrue\n') },
  { path: 'old.txt', before: hashOf('goes away\n'), after: undefined },
  { path: 'a/b/new.txt', before: undefined, after: bytesOf('new\n') },
  { path: 'a/b/tool.sh', before: undefined, after: bytesOf('#!/bin/sh\n'), executable: true },
];

const isRecord = (path: string): boolean => path.startsWith('.ai-patterns');

async function operationsOf(disk: MemoryDisk): Promise<number> {
  disk.restart();
  assert.ok((await runTransaction(disk, 'test', changes)).ok);
  return disk.operations;
}

/** The message of the first problem. */
function first(result: Result<unknown>): string {
  return result.ok ? '' : (result.problems[0]?.message ?? '');
}

describe('a transaction', () => {
  it('makes all changes and keeps the executable bit', async () => {
    const disk = workspace();
    const result = await runTransaction(disk, 'test', changes);
    assert.ok(result.ok);
    assert.deepEqual(disk.snapshot(isRecord), {
      'README.md': 'mine\nand ours\n',
      'a/': '',
      'a/b/': '',
      'a/b/new.txt': 'new\n',
      'a/b/tool.sh': 'x #!/bin/sh\n',
      'keep/': '',
      'keep/x.txt': 'stays\n',
      'run.sh': 'x #!/bin/sh\ntrue\n',
      'src/': '',
      'src/app.py': 'print(1)\n',
    });
    assert.equal(disk.text('.ai-patterns/journal/.gitignore'), '*\n');
  });

  it('leaves everything as it was when any single operation fails', async () => {
    const total = await operationsOf(workspace());
    assert.ok(total > 40, `only ${total} operations`);
    for (let at = 1; at <= total; at++)
      for (const code of ['no-space', 'permission', 'lost'] as const) {
        const disk = workspace();
        const snapshot = disk.snapshot();
        disk.restart({ at, is: 'fails', code });
        const result = await runTransaction(disk, 'test', changes);
        const what = `${code} at ${at} (${disk.log[at - 1] ?? ''})`;
        if (result.ok) assert.ok(/^(?:list|stat)/.test(disk.log[at - 1] ?? ''), `${what} went unnoticed`);
        else assert.deepEqual(disk.snapshot(), snapshot, what);
        if (!result.ok)
          assert.ok(
            result.problems.every((problem) => problem.next),
            'names the next step',
          );
      }
  });

  it('is put back at the next start when the process dies at any operation', async () => {
    const total = await operationsOf(workspace());
    for (let at = 1; at <= total; at++) {
      const disk = workspace();
      const snapshot = disk.snapshot();
      disk.restart({ at, is: 'dies' });
      assert.equal((await runTransaction(disk, 'test', changes)).ok, false);
      const atDeath = disk.snapshot(isRecord);
      for (const [path, text] of Object.entries(atDeath))
        assert.ok(
          text === snapshot[path] || changes.some((change) => isWhole(change, path, text)),
          `half-written ${path}`,
        );
      disk.restart();
      assert.ok((await recover(disk)).ok);
      assert.deepEqual(disk.snapshot(), snapshot, `killed at ${at}`);
    }
  });

  it('is put back even when the repair itself dies at any operation', async () => {
    const total = await operationsOf(workspace());
    for (let at = 20; at <= total; at += 7)
      for (let second = 1; ; second++) {
        const disk = workspace();
        const snapshot = disk.snapshot();
        disk.restart({ at, is: 'dies' });
        await runTransaction(disk, 'test', changes);
        disk.restart({ at: second, is: 'dies' });
        const isRepaired = (await recover(disk)).ok;
        disk.restart();
        assert.ok((await recover(disk)).ok);
        assert.deepEqual(disk.snapshot(), snapshot, `killed at ${at}, then at ${second}`);
        if (isRepaired) break;
      }
  });

  it('keeps both texts when a file was edited between the crash and the repair', async () => {
    const disk = workspace();
    const total = await operationsOf(disk);
    const crashed = workspace();
    crashed.restart({ at: total - 1, is: 'dies' });
    await runTransaction(crashed, 'test', changes);
    crashed.restart();
    crashed.put('README.md', 'edited after the crash\n');
    const recovery = await recover(crashed);
    assert.deepEqual(recovery.ok && recovery.value.kept, ['README.md.before-scaffold']);
    assert.equal(crashed.text('README.md'), 'edited after the crash\n');
    assert.equal(crashed.text('README.md.before-scaffold'), 'mine\n');
  });

  it('is refused when a file is not what the plan saw', async () => {
    const disk = workspace();
    disk.put('README.md', 'changed meanwhile\n');
    const snapshot = disk.snapshot();
    const result = await runTransaction(disk, 'test', changes);
    assert.equal(result.ok, false);
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  it('leaves the transaction of a living process alone', async () => {
    const disk = workspace();
    const total = await operationsOf(workspace());
    disk.restart({ at: total - 3, is: 'dies' });
    await runTransaction(disk, 'test', changes, { owner: 'editor-1' });
    disk.restart();
    const snapshot = disk.snapshot();
    assert.ok((await recover(disk, { isAlive: async (owner) => owner === 'editor-1' })).ok);
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  it('does not follow a journal that points outside the workspace', async () => {
    const disk = workspace();
    const operation = {
      path: '../../etc/passwd',
      before: null,
      after: { sha256: hashOf('x'), executable: false },
    };
    const journal = {
      version: 1,
      id: '000001',
      label: 'evil',
      state: 'pending',
      owner: '',
      operations: [operation],
      folders: [],
    };
    disk.put('.ai-patterns/journal/000001/journal.json', JSON.stringify(journal));
    const recovery = await recover(disk);
    assert.equal(recovery.ok, false);
  });
});

describe('a repair in a hostile workspace', () => {
  const journal = {
    version: 1,
    id: '000001',
    label: 'evil',
    state: 'pending',
    owner: '',
    operations: [{ path: 'linked/x', before: null, after: { sha256: hashOf('x'), executable: false } }],
    folders: [],
  };

  it('does not write through a symbolic link', async () => {
    const disk = workspace();
    disk.put('linked/x', 'x');
    disk.link('linked');
    disk.put('.ai-patterns/journal/000001/journal.json', JSON.stringify(journal));
    const recovery = await recover(disk);
    assert.equal(!recovery.ok && recovery.problem.code, 'symlink');
    assert.equal(disk.text('linked/x'), 'x');
  });

  it('does not read or write journals through a symbolic link', async () => {
    const disk = workspace();
    disk.link('.ai-patterns');
    assert.equal((await recover(disk)).ok, false);
    const snapshot = disk.snapshot();
    assert.equal((await runTransaction(disk, 'test', changes)).ok, false);
    assert.deepEqual(disk.snapshot(), snapshot);
  });
});

describe('preflight', () => {
  const change = (path: string): readonly FileChange[] => [{ path, before: undefined, after: bytesOf('x') }];
  const refusals: readonly (readonly [what: string, path: string, message: RegExp])[] = [
    ['leaves the destination', '../x.txt', /leaves the destination/],
    ['is absolute', '/etc/x', /absolute/],
    ['is reserved on Windows', 'src/aux.txt', /Windows reserves/],
    ['passes through a symbolic link', 'linked/x.txt', /symbolic link/],
    ['is a symbolic link', 'linked', /symbolic link/],
    ['is a folder', 'keep', /is a folder/],
    ['lies below a file', 'README.md/x.txt', /is a file where a folder is needed/],
    ['differs from a file only by case', 'readme.md', /only by case/],
    ['differs from a folder only by case', 'SRC/x.py', /only by case/],
    ['is read-only', 'locked.txt', /read-only/],
    ['is dirty in an editor', 'dirty.txt', /not saved/],
  ];
  for (const [what, path, message] of refusals)
    it(`refuses a target that ${what}, and writes nothing`, async () => {
      const disk = workspace();
      disk.link('linked');
      disk.put('locked.txt', 'x', { readOnly: true });
      const snapshot = disk.snapshot();
      const result = await runTransaction(disk, 'test', change(path), {
        isDirty: (dirty) => dirty === 'dirty.txt',
      });
      assert.equal(result.ok, false);
      assert.match(first(result), message);
      assert.deepEqual(disk.snapshot(), snapshot);
    });
});

describe('undo', () => {
  it('puts everything back after a restart and leaves no trace', async () => {
    const disk = workspace();
    const snapshot = disk.snapshot();
    assert.ok((await runTransaction(disk, 'first', changes)).ok);
    const preview = await findUndo(disk);
    assert.equal(preview.ok && preview.value?.label, 'first');
    assert.ok((await undoLast(disk)).ok);
    assert.deepEqual(disk.snapshot(), snapshot);
    assert.equal((await undoLast(disk)).ok, false);
  });

  it('undoes the last change first, then the one before', async () => {
    const disk = workspace();
    const snapshot = disk.snapshot();
    assert.ok((await runTransaction(disk, 'first', changes)).ok);
    const second = [{ path: 'a/b/new.txt', before: hashOf('new\n'), after: bytesOf('newer\n') }];
    assert.ok((await runTransaction(disk, 'second', second)).ok);
    assert.ok((await undoLast(disk)).ok);
    assert.equal(disk.text('a/b/new.txt'), 'new\n');
    assert.ok((await undoLast(disk)).ok);
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  it('refuses where a file was edited since, and shows the difference', async () => {
    const disk = workspace();
    assert.ok((await runTransaction(disk, 'first', changes)).ok);
    disk.put('a/b/new.txt', 'new\nand mine\n');
    const snapshot = disk.snapshot();
    const result = await undoLast(disk);
    assert.equal(result.ok, false);
    assert.match(first(result), /\+and mine/);
    assert.deepEqual(disk.snapshot(), snapshot);
  });

  it('is completed at the next start when the process dies in the middle of it', async () => {
    for (let at = 1; ; at++) {
      const disk = workspace();
      const snapshot = disk.snapshot();
      await runTransaction(disk, 'first', changes);
      const applied = disk.snapshot(isRecord);
      disk.restart({ at, is: 'dies' });
      const isUndone = (await undoLast(disk)).ok;
      disk.restart();
      assert.ok((await recover(disk)).ok);
      const now = disk.snapshot(isRecord);
      const isBefore = JSON.stringify(now) === JSON.stringify(Object.fromEntries(Object.entries(snapshot)));
      assert.ok(
        isBefore || JSON.stringify(now) === JSON.stringify(applied),
        `killed at ${at}: neither before nor after`,
      );
      if (isUndone) break;
    }
  });
});

function isWhole(change: FileChange, path: string, text: string): boolean {
  if (path.endsWith('/')) return change.path.startsWith(path);
  return change.path === path && text.replace(/^x /, '') === new TextDecoder().decode(change.after);
}
