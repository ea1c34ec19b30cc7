import { strict as assert } from 'node:assert';
import { Sandbox } from './command-line';

const manifest = `id: team/producer
version: 1.0.0
title: Producer
description: Writes to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders, validate: { format: kafka-topic } }
`;
const good = {
  'own/team/producer/template.yaml': manifest,
  'own/team/producer/files/app.py.hbs': 'TOPIC = {{py topic}}\n',
  'own/team/producer/cases/defaults/answers.yaml': '{}\n',
  'own/team/producer/cases/other/answers.yaml': 'topic: payments\n',
  'own/team/producer/cases/other/expect.yaml': 'files: [app.py]\nabsent: [old.py]\n',
};

describe('ai-patterns template', () => {
  let box: Sandbox;
  beforeEach(() => {
    box = new Sandbox();
    box.write(good);
  });
  afterEach(() => {
    box.remove();
  });

  it('passes a template without faults, alone or in its collection', async () => {
    for (const folder of ['own', 'own/team/producer']) {
      const { code, out } = await box.run('template', 'lint', folder);
      assert.equal(code, 0, out);
      assert.match(out, /^ok {6}team\/producer\n1 templates passed, 0 failed\n$/);
    }
  });

  it('names file, line and column of an unknown name', async () => {
    box.write({ 'own/team/producer/files/app.py.hbs': '# first\nTOPIC = {{py topik}}\n' });
    const { code, out } = await box.run('template', 'lint', 'own');
    assert.equal(code, 1);
    assert.match(out, /team\/producer\/files\/app\.py\.hbs:2:14: "topik" is neither a question nor derived/);
    assert.match(out, /Did you mean "topic"\?/);
  });

  it('reports an unused question, a condition that never holds, and bare braces of another language', async () => {
    box.write({
      'own/team/producer/template.yaml': `${manifest}  - { name: idle, type: text, title: Idle, default: a }
  - { name: target, type: choice, title: Target, options: [compose, kubernetes], default: compose }
files:
  - { path: app.py.hbs, when: "target == 'nomad'" }
`,
      'own/team/producer/files/app.py.hbs': 'TOPIC = {{py topic}}\nimage: {{ .Values.image }}\n',
    });
    const { code, out } = await box.run('template', 'lint', 'own');
    assert.equal(code, 1);
    assert.match(out, /"idle" changes nothing/);
    assert.match(out, /template\.yaml:\d+:\d+: "target" does not offer "nomad", so this never holds/);
    assert.match(out, /app\.py\.hbs:2:/);
  });

  it('refuses an id that is not the path of its folder', async () => {
    box.write({ 'own/team/producer/template.yaml': manifest.replace('team/producer', 'team/other') });
    const { code, out } = await box.run('template', 'lint', 'own', '--format', 'json');
    assert.equal(code, 1);
    const [outcome] = JSON.parse(out).lint;
    assert.equal(outcome.problems[0].path, 'team/producer/template.yaml');
    assert.match(outcome.problems[0].message, /"team\/other" is not the folder's path "team\/producer"/);
  });

  it('plays every case, and fails one whose expectation does not hold', async () => {
    const passed = await box.run('template', 'test', 'own');
    assert.equal(passed.code, 0, passed.out);
    assert.match(passed.out, /2 cases passed, 0 failed/);
    box.write({ 'own/team/producer/cases/other/expect.yaml': 'files: [main.py]\nabsent: [app.py]\n' });
    const failed = await box.run('template', 'test', 'own');
    assert.equal(failed.code, 1);
    assert.match(failed.out, /failed {2}team\/producer other\n.*"main\.py" is not written/);
    assert.match(failed.out, /"app\.py" is written/);
  });

  it('fails a case whose answer the template refuses', async () => {
    box.write({ 'own/team/producer/cases/other/answers.yaml': 'topic: "not a topic"\n' });
    const { code, out } = await box.run('template', 'test', 'own');
    assert.equal(code, 1);
    assert.match(out, /1 cases passed, 1 failed/);
  });

  it('does not call a template tested that has no cases', async () => {
    box.write({
      'bare/template.yaml': manifest,
      'bare/files/app.py.hbs': 'TOPIC = {{py topic}}\n',
    });
    const { code, out } = await box.run('template', 'test', 'bare');
    assert.equal(code, 1);
    assert.match(out, /nothing was tested/);
  });

  it('says what is wrong with the call: no task, no folder, no template', async () => {
    assert.equal((await box.run('template')).code, 2);
    assert.match((await box.run('template', 'lint', 'absent')).err, /There is no folder "absent"/);
    box.write({ 'empty/notes.txt': '' });
    assert.match((await box.run('template', 'lint', 'empty')).err, /There is no template in "empty"/);
  });
});
