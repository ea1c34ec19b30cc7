import { strict as assert } from 'node:assert';
import { labels, suggestions } from './looking-up';

describe('suggestions of keys', () => {
  it('fit the file and leave out what is there', async () => {
    const found = await labels('producer.properties', 'bootstrap.servers=a:9092\nacks=all\nli|\n');
    assert.ok(found.includes('linger.ms'));
    assert.ok(!found.includes('acks'), 'acks is there already');
    assert.ok(!found.includes('group.id'), 'a producer has no group');
  });

  it('fit an empty file by its name', async () => {
    assert.ok((await labels('producer.properties', '|')).includes('bootstrap.servers'));
    assert.ok((await labels('connect-distributed.properties', '|')).includes('offset.storage.topic'));
  });

  it('fit half a line of a custom resource', async () => {
    const text =
      'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: { name: a }\nspec:\n  kafka:\n    config:\n      min.insync.replicas: 2\n      auto|\n    replicas: 3\n';
    const found = await suggestions('kafka.yaml', text);
    const key = found.find(({ label }) => label === 'auto.create.topics.enable');
    assert.equal(key?.text, 'auto.create.topics.enable: ');
    assert.ok(!found.some(({ label }) => label === 'zookeeper.connect'), 'it is gone');
  });

  it('go on where Flink’s keys are nested', async () => {
    const text = 'taskmanager.numberOfTaskSlots: 2\nexecution:\n  checkpointing:\n    |\n';
    const found = await labels('config.yaml', text);
    assert.ok(found.includes('interval') && found.includes('unaligned.enabled'), found.slice(0, 9).join());
  });

  it('are those of the version in question', async () => {
    const text = 'process.roles=broker\nzookeeper|\n';
    assert.deepEqual(await labels('server.properties', text), await labels('server.properties', text, ''));
    assert.ok(!(await labels('server.properties', text)).includes('zookeeper.connect'));
    assert.ok(
      (await labels('server.properties', text, 'versions: { kafka: "3.9" }\n')).includes('zookeeper.connect'),
    );
  });

  it('are written as the image reads variables', async () => {
    const text =
      'services:\n  broker:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_AUTO|\n';
    assert.ok((await labels('compose.yaml', text)).includes('KAFKA_AUTO_CREATE_TOPICS_ENABLE'));
  });

  it('stand in JSON with their quotes and in Spring’s own maps', async () => {
    const json = '{\n  "connector.class": "B",\n  "topics": "t",\n  "err|"\n}\n';
    const tolerance = (await suggestions('a-sink.json', json)).find(
      ({ label }) => label === 'errors.tolerance',
    );
    assert.equal(tolerance?.text, 'errors.tolerance": ');
    const spring = 'spring:\n  kafka:\n    producer:\n      acks: all\n      properties:\n        lin|\n';
    assert.ok((await labels('application.yml', spring)).includes('linger.ms'));
  });

  it('are none in comments and in files of others', async () => {
    assert.deepEqual(await labels('producer.properties', 'bootstrap.servers=a:1\nacks=all\n# li|\n'), []);
    assert.deepEqual(await labels('a.yaml', 'some:\n  th|\n'), []);
  });
});

describe('suggestions of values', () => {
  it('are those that the software takes, the default marked', async () => {
    const found = await suggestions('producer.properties', 'bootstrap.servers=a:9092\nlinger.ms=5\nacks=|\n');
    assert.deepEqual(
      found.map(({ label }) => label),
      ['all', '-1', '0', '1'],
    );
    assert.equal(found[0]?.detail, 'default');
  });

  it('are quoted where only texts are allowed', async () => {
    const service = (line: string): string =>
      `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata:\n  name: a\n  annotations:\n    ${line}\nspec: { predictor: { model: { modelFormat: { name: onnx }, storageUri: "s3://m/a" } } }\n`;
    const stop = await suggestions('a.yaml', service('serving.kserve.io/stop: |'));
    assert.deepEqual(
      stop.map(({ text }) => text),
      ['"true"', '"false"'],
    );
    const mode = await suggestions('a.yaml', service('serving.kserve.io/deploymentMode: K|'));
    assert.ok(mode.some(({ text }) => text === 'Knative'));
  });

  it('stand in a list after a comma', async () => {
    const text = 'process.roles=broker\nlog.cleanup.policy=delete,|\n';
    assert.deepEqual(await labels('server.properties', text), ['compact', 'delete']);
  });
});
