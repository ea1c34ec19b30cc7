import { strict as assert } from 'node:assert';
import { fork, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../../src/node/node-disk';
import type { Disk } from '../../../src/scaffold/disk';
import { recover } from '../../../src/scaffold/rollback';
import { bytesOf, hashOf } from '../../../src/scaffold/text';
import { runTransaction, type FileChange } from '../../../src/scaffold/transaction';
import { undoLast } from '../../../src/scaffold/undo';

const changes: readonly FileChange[] = [
  { path: 'README.md', before: hashOf('mine\n'), after: bytesOf('mine\nours\n') },
  { path: 'old.txt', before: hashOf('old\n'), after: undefined },
  { path: 'a/b/new.txt', before: undefined, after: bytesOf('new\n') },
  { path: 'run.sh', before: undefined, after: bytesOf('#!/bin/sh\n'), executable: true },
];

/** A disk that kills its own process at the nth operation, before it is done. */
function mortal(disk: Disk, deathAt: number): Disk {
  let count = 0;
  return new Proxy(disk, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...values: readonly unknown[]): unknown => {
        const dies = ++count === deathAt;
        // Before every other operation it dies; in the others, while the operation is on its way.
        if (dies && deathAt % 2 === 0) process.kill(process.pid, 'SIGKILL');
        const result = Reflect.apply(member, target, values) as unknown;
        if (dies) process.kill(process.pid, 'SIGKILL');
        return result;
      };
    },
  });
}

// The same file is the child: it applies the changes and is killed on the way.
const [, , root, deathAt] = process.argv;
if (process.env['SCAFFOLD_CHILD'] === '1' && root !== undefined)
  void runTransaction(mortal(nodeDisk(root), Number(deathAt)), 'killed', changes).then((result) =>
    process.exit(result.ok ? 0 : 3),
  );
else describeAll();

function describeAll(): void {
  describe('the disk of Node', function () {
    this.timeout(120_000);
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'scaffold-'));
      writeFileSync(join(folder, 'README.md'), 'mine\n');
      writeFileSync(join(folder, 'old.txt'), 'old\n');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('applies and undoes a transaction, and leaves no trace', async () => {
      const before = snapshot(folder);
      assert.ok((await runTransaction(nodeDisk(folder), 'test', changes)).ok);
      assert.equal(readFileSync(join(folder, 'README.md'), 'utf8'), 'mine\nours\n');
      assert.ok(statSync(join(folder, 'run.sh')).mode & 0o100);
      assert.ok((await undoLast(nodeDisk(folder))).ok);
      assert.deepEqual(snapshot(folder), before);
    });

    it('loses nothing when the process is killed at any step, and is repaired at the next start', async () => {
      const before = snapshot(folder);
      const pristine = mkdtempSync(join(tmpdir(), 'pristine-'));
      cpSync(folder, pristine, { recursive: true });
      let killed = 0;
      for (let at = 1; ; at++) {
        rmSync(folder, { recursive: true });
        cpSync(pristine, folder, { recursive: true });
        const end = await ended(
          fork(__filename, [folder, String(at)], {
            env: { ...process.env, SCAFFOLD_CHILD: '1' },
            execArgv: [],
          }),
        );
        if (end === 'finished') break;
        killed++;
        assert.ok((await recover(nodeDisk(folder))).ok);
        // In its very last operation it may have come to its end; then it can be undone like any other.
        if (existsSync(join(folder, '.ai-patterns'))) assert.ok((await undoLast(nodeDisk(folder))).ok);
        assert.deepEqual(snapshot(folder), before, `killed at step ${at}`);
      }
      rmSync(pristine, { recursive: true });
      assert.ok(killed > 30, `killed only ${killed} times`);
    });

    const refusals: readonly (readonly [code: string, act: (disk: Disk) => Promise<{ ok: boolean }>])[] = [
      ['not-found', (disk) => disk.read('nothing')],
      ['is-directory', (disk) => disk.read('folder')],
      ['exists', (disk) => disk.makeDirectory('folder')],
      ['not-found', (disk) => disk.makeDirectory('x/y')],
      ['not-empty', (disk) => disk.remove('folder')],
      ['not-a-directory', (disk) => disk.list('old.txt')],
      ['not-found', (disk) => disk.write('x/y', bytesOf('x'))],
      ['symlink', (disk) => disk.realPath('outside')],
    ];
    for (const [index, [code, act]] of refusals.entries())
      it(`says ${code} (${index})`, async () => {
        mkdirSync(join(folder, 'folder'));
        writeFileSync(join(folder, 'folder/x'), '');
        symlinkSync(tmpdir(), join(folder, 'outside'));
        const result = await act(nodeDisk(folder));
        assert.equal('problem' in result && Reflect.get(Object(result.problem), 'code'), code);
      });

    it('sees links, read-only files and executables', async () => {
      symlinkSync('README.md', join(folder, 'link'));
      chmodSync(join(folder, 'old.txt'), 0o755);
      const disk = nodeDisk(folder);
      const [link, file] = [await disk.stat('link'), await disk.stat('old.txt')];
      assert.equal(link.ok && link.value.kind, 'symlink');
      assert.deepEqual(file.ok && file.value, { kind: 'file', readOnly: false, executable: true, size: 4 });
    });
  });
}

function ended(child: ChildProcess): Promise<'finished' | 'killed'> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('finished');
      else reject(new Error(`The child ended with ${code ?? signal ?? 'nothing'}.`));
    });
  });
}

function snapshot(folder: string, below = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(join(folder, below)).map((name) => {
      const path = join(below, name);
      const stat = statSync(join(folder, path));
      if (stat.isDirectory()) return { [`${path}/`]: '', ...snapshot(folder, path) };
      return { [path]: `${stat.mode & 0o100 ? 'x ' : ''}${readFileSync(join(folder, path), 'utf8')}` };
    }),
  ) as Record<string, string>;
}
