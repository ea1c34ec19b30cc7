import { strict as assert } from 'node:assert';
import { MemoryDisk } from '../../fakes/memory-disk';
import { planningView } from '../../../src/scaffold/planning-view';
import { PlannedFindings } from '../../../src/findings-of-files';
import { bytesOf } from '../../../src/scaffold/text';

describe('a disk as one plan sees it', () => {
  it('asks for a folder once, and not for what it does not list', async () => {
    const disk = new MemoryDisk({ 'app/main.py': 'x = 1\n' });
    const view = planningView(disk);
    for (const name of ['a', 'b', 'c']) {
      assert.equal((await view.read(`app/${name}`)).ok, false);
      assert.equal((await view.stat(`app/new/${name}`)).ok, false);
      assert.ok((await view.read('app/main.py')).ok);
    }
    assert.deepEqual(disk.log, ['list ', 'list app', 'read app/main.py']);
  });

  it('asks for a name that a disk without case may know by another spelling', async () => {
    const disk = new MemoryDisk({ 'README.md': 'mine\n' });
    await planningView(disk).read('readme.MD');
    assert.deepEqual(disk.log, ['list ', 'read readme.MD']);
  });

  it('asks for each path where a folder cannot be listed, and passes its answer on', async () => {
    const disk = new MemoryDisk({ 'app/main.py': 'x = 1\n' });
    disk.restart({ at: 1, is: 'fails', code: 'permission' });
    assert.ok((await planningView(disk).read('app/main.py')).ok);
    disk.restart({ at: 1, is: 'dies' });
    const lost = await planningView(disk).read('app/main.py');
    assert.equal(!lost.ok && lost.problem.code, 'lost');
  });

  it('writes nothing', async () => {
    const disk = new MemoryDisk();
    assert.equal((await planningView(disk).write('a', bytesOf('x'))).ok, false);
    assert.deepEqual(disk.log, []);
  });
});

describe('findings of plans that follow each other', () => {
  const dockerfile = (tag: string) => ({
    path: 'Dockerfile',
    bytes: bytesOf(`FROM python:${tag}\nUSER app\n`),
  });
  const rules = async (findings: PlannedFindings, ...files: Parameters<PlannedFindings['of']>[0]) => [
    ...new Set((await findings.of(files)).map(({ path, rule }) => `${path} ${rule}`)),
  ];

  it('are those of the files as they are now: changed, taken away and put back', async () => {
    const findings = new PlannedFindings('2026-11-23');
    const unpinned = 'Dockerfile dockerfile/no-latest-tag';
    assert.ok((await rules(findings, dockerfile('latest'))).includes(unpinned));
    assert.ok((await rules(findings, dockerfile('latest'))).includes(unpinned));
    assert.ok(!(await rules(findings, dockerfile('3.12.4-slim'))).includes(unpinned));
    assert.deepEqual(await rules(findings), []);
    assert.ok((await rules(findings, dockerfile('latest'))).includes(unpinned));
  });

  it('tell the facts of what a template wrote', async () => {
    const topic = bytesOf('apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: orders }\n');
    const facts = await new PlannedFindings('2026-11-23').tell([{ path: 'a/topic.yaml', bytes: topic }]);
    assert.deepEqual(
      facts.map(({ type, name, path }) => [type, name, path]),
      [['topic', 'orders', 'a/topic.yaml']],
    );
  });
});
