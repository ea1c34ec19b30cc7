import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { call, collection } from './built-program';
import { Sandbox } from './command-line';

const producer = (version: string, more = ''): string => `id: team/producer
version: ${version}
title: Producer
description: Declares a topic and writes to it.
questions:
  - { name: topic, type: text, title: Topic, default: payments, validate: { format: kafka-topic } }
provides:
  - { id: events, port: topic, name: topic }
${more}`;
const topicFile = `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {{yaml topic}}
  labels: { strimzi.io/cluster: main }
spec:
  partitions: 6
  replicas: 3
  config: { min.insync.replicas: 2, retention.ms: 604800000 }
`;
const consumer = `id: team/consumer
version: 1.0.0
title: Consumer
description: Reads from a topic.
questions:
  - { name: source, type: text, title: Source, default: none, validate: { format: kafka-topic } }
requires:
  - { id: input, port: topic, answers: { source: name } }
`;
const reader = `from confluent_kafka import Consumer


def subscribed() -> Consumer:
    """Reads what the producer writes."""
    consumer = Consumer({})
    consumer.subscribe([{{py source}}])
    return consumer
`;
const templates = {
  'team/producer/template.yaml': producer('1.0.0'),
  'team/producer/files/topic.yaml.hbs': topicFile,
  'team/consumer/template.yaml': consumer,
  'team/consumer/files/app.py.hbs': reader,
};

describe('a system on the command line', function () {
  this.timeout(120_000);
  let box: Sandbox;
  beforeEach(() => {
    box = new Sandbox();
    collection(box, templates);
  });
  afterEach(() => {
    box.remove();
  });

  const at = (name: string): string => path.join(box.folder, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  const edit = (name: string, from: string, to: string): void => {
    assert.ok(read(name).includes(from), `${name} has "${from}"`);
    box.write({ [name]: read(name).replace(from, to) });
  };
  const done = (...argv: string[]): string => {
    const { code, out, err } = call(box, ...argv);
    assert.equal(code, 0, `${argv.join(' ')}: ${err}`);
    return out;
  };
  const scaffold = (template: string, folder: string, ...more: string[]): string =>
    done('new', template, '--dest', folder, '--yes', '--trust', at('patterns'), ...more);
  const update = (...more: string[]): ReturnType<typeof call> =>
    call(box, 'update', '--yes', '--trust', at('patterns'), ...more);
  const wires = (): readonly string[] => {
    const { out } = call(box, 'check', '.', '--format', 'json', '--fail-on', 'never');
    const { findings } = JSON.parse(out) as { findings: { rule: string; path: string; message: string }[] };
    return findings
      .filter(({ rule }) => rule === 'systems/no-broken-wiring')
      .map(({ path: file, message }) => `${file}: ${message}`);
  };
  const system = (): void => {
    box.write({ '.ai-patterns/components/.keep': '' });
    scaffold('team/producer', 'ingest', '--id', 'ingest');
    scaffold('team/consumer', 'scoring', '--id', 'scoring', '--bind', 'input=ingest.events');
  };

  it('has a finding in both files where a topic was renamed in one of them, and none once both agree', () => {
    system();
    assert.match(read('scoring/app.py'), /subscribe\(\["payments"\]\)/);
    assert.deepEqual(wires(), []);
    edit('ingest/topic.yaml', 'payments', 'payments-v2');
    const says = 'The topic "payments" of "ingest", which "scoring" is wired to, is "payments-v2" now.';
    assert.deepEqual(wires(), [`ingest/topic.yaml: ${says}`, `scoring/app.py: ${says}`]);
    edit('scoring/app.py', 'payments', 'payments-v2');
    assert.deepEqual(wires(), []);
  });

  it('carries an answer that was changed by hand in one record through the wire to the other component', () => {
    system();
    edit('.ai-patterns/components/ingest.yaml', 'topic: payments', 'topic: card-payments');
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 1);
    assert.equal(update().code, 0);
    assert.match(read('ingest/topic.yaml'), /name: card-payments/);
    assert.match(read('scoring/app.py'), /"card-payments"/);
    assert.deepEqual(wires(), []);
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 0);
  });

  it('says where a record that was edited by hand is broken, and writes nothing', () => {
    system();
    edit('.ai-patterns/components/ingest.yaml', 'answers:', 'answers: [');
    const { code, err } = update();
    assert.equal(code, 2);
    assert.match(err, /\.ai-patterns\/components\/ingest\.yaml:\d+:\d+/);
    assert.match(read('ingest/topic.yaml'), /name: payments/);
  });

  it('lets two branches that each add a component merge without conflict, and updates the merge', () => {
    const git = (...argv: string[]): void => {
      const config = [
        '-c',
        'user.name=Test',
        '-c',
        'user.email=test@example.com',
        '-c',
        'commit.gpgsign=false',
      ];
      const run = spawnSync('git', [...config, ...argv], { cwd: box.folder, encoding: 'utf8' });
      assert.equal(run.status, 0, `git ${argv.join(' ')}: ${run.stdout}${run.stderr}`);
    };
    git('init', '--quiet', '--initial-branch=main');
    box.write({ '.ai-patterns/components/.keep': '' });
    scaffold('team/producer', 'ingest', '--id', 'ingest');
    git('add', '--all');
    git('commit', '--quiet', '--message=start');
    git('switch', '--quiet', '--create', 'left');
    scaffold('team/consumer', 'scoring', '--id', 'scoring', '--bind', 'input=ingest.events');
    git('add', '--all');
    git('commit', '--quiet', '--message=left');
    git('switch', '--quiet', '--create', 'right', 'main');
    scaffold('team/consumer', 'alerts', '--id', 'alerts', '--bind', 'input=ingest.events');
    git('add', '--all');
    git('commit', '--quiet', '--message=right');
    git('merge', '--quiet', '--no-edit', 'left');
    for (const file of ['ingest/topic.yaml', 'scoring/app.py', 'alerts/app.py'])
      assert.ok(existsSync(at(file)));
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 0);
    assert.deepEqual(wires(), []);
  });

  it('leaves a file alone for good that was ejected', () => {
    system();
    done('eject', 'ingest/topic.yaml');
    collection(box, {
      ...templates,
      'team/producer/template.yaml': producer('1.1.0'),
      'team/producer/files/topic.yaml.hbs': topicFile.replace('partitions: 6', 'partitions: 12'),
      'team/producer/files/notes.md': 'New.\n',
    });
    assert.equal(update().code, 0);
    assert.match(read('ingest/topic.yaml'), /partitions: 6/);
    assert.ok(existsSync(at('ingest/notes.md')));
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 0);
    assert.match(call(box, 'eject', 'ingest/other.md').err, /does not belong to a component/);
  });

  it('follows a template that renames an answer, moves a file and renames a key, with the user’s edits', () => {
    system();
    edit('ingest/topic.yaml', 'partitions: 6', 'partitions: 24');
    const migration = `migrations:
  - to: 2.0.0
    renameAnswer: { topic: stream }
    moveFile: { topic.yaml: deploy/topic.yaml }
    renameKey: [{ file: deploy/topic.yaml, from: spec.replicas, to: spec.copies }]
`;
    rmSync(at('patterns/team/producer/files/topic.yaml.hbs'));
    collection(box, {
      ...templates,
      'team/producer/template.yaml': producer('2.0.0', migration)
        .replace('name: topic, type', 'name: stream, type')
        .replace('port: topic, name: topic', 'port: topic, name: stream'),
      'team/producer/files/deploy/topic.yaml.hbs': topicFile
        .replace('yaml topic', 'yaml stream')
        .replace('replicas: 3', 'copies: 3'),
    });
    rmSync(at('patterns/team/producer/files/topic.yaml.hbs'));
    const { code, err } = update();
    assert.equal(code, 0, err);
    assert.ok(!existsSync(at('ingest/topic.yaml')));
    assert.match(read('ingest/deploy/topic.yaml'), /partitions: 24\n {2}copies: 3/);
    assert.match(read('.ai-patterns/components/ingest.yaml'), /stream: payments/);
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 0);
  });

  it('keeps a file deleted that the user deleted, and merges one that the user moved nothing of', () => {
    system();
    renameSync(at('scoring/app.py'), at('scoring/main.py'));
    collection(box, {
      ...templates,
      'team/consumer/template.yaml': consumer.replace('1.0.0', '1.1.0'),
      'team/consumer/files/app.py.hbs': `${reader}\n\nBATCH = 5\n`,
    });
    assert.equal(update().code, 0);
    assert.ok(!existsSync(at('scoring/app.py')));
    assert.doesNotMatch(read('scoring/main.py'), /BATCH/);
  });

  it('tells CI by exit codes whether an update is due, and that a conflict is left', () => {
    system();
    edit('scoring/app.py', 'Reads what', 'Takes what');
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 0);
    collection(box, {
      ...templates,
      'team/consumer/template.yaml': consumer.replace('1.0.0', '1.1.0'),
      'team/consumer/files/app.py.hbs': reader.replace('Reads what', 'Polls what'),
    });
    assert.equal(call(box, 'update', '--check', '--trust', at('patterns')).code, 1);
    const { code, err } = update();
    assert.equal(code, 1);
    assert.match(err, /Conflict markers in scoring\/app\.py/);
    assert.match(read('scoring/app.py'), /<<<<<<< yours\n.*Takes what.*\n\|{7} .*\n.*Reads what/);
    const again = update();
    assert.equal(again.code, 2);
    assert.match(again.err, /still has conflict markers/);
    done('undo', '--yes');
    assert.match(read('scoring/app.py'), /Takes what/);
    assert.doesNotMatch(read('scoring/app.py'), /<<<<<<</);
  });
});
