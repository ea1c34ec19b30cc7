import { strict as assert } from 'node:assert';
import { hover, notes } from './looking-up';

const strimzi = (config: string, version = '"4.3.1"'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: { name: a }\nspec:\n  kafka:\n    version: ${version}\n    config:\n${config}`;

describe('a hover over a key', () => {
  it('says what it means, its type, default and allowed values, and where that stands', async () => {
    const text = await hover('producer.properties', 'bootstrap.servers=a:9092\nac|ks=all\nlinger.ms=5\n');
    assert.match(text, /^\*\*acks\*\* — Java producer/);
    assert.match(text, /How many copies must have a record/);
    assert.match(text, /Type: string, importance low/);
    assert.match(text, /Default: `all`/);
    assert.match(text, /Allowed: `all`, `-1`, `0`, `1`/);
    assert.match(text, /https:\/\/kafka\.apache\.org\/documentation\/#producerconfigs_acks/);
  });

  it('tells a default that another version has', async () => {
    const text = 'bootstrap.servers=a:9092\nacks=all\nlinger.ms=|10\n';
    assert.match(await hover('producer.properties', text), /Default: `5`.*Before 4\.0 the default was `0`/s);
    const old = await hover('producer.properties', text, 'versions: { kafka: "3.9" }\n');
    assert.match(old, /Java producer, Apache Kafka 3\.9/);
    assert.match(old, /Default: `0`/);
  });

  it('knows librdkafka apart from Java', async () => {
    const text = 'bootstrap.servers=a:9092\nstatistics.interval.ms=0\nenable.idempo|tence=true\n';
    assert.match(await hover('client.properties', text), /librdkafka client.*Default: `false`/s);
  });

  it('takes the version from the resource itself', async () => {
    const config = '      zookeeper.con|nect: a:2181\n';
    assert.match(await hover('kafka.yaml', strimzi(config)), /Not in Apache Kafka 4\.3.*went with 4\.0/s);
    assert.doesNotMatch(await hover('kafka.yaml', strimzi(config, '3.9.0')), /Not in/);
  });

  it('reads nested and flat keys of Flink, and old names', async () => {
    const file = 'conf/config.yaml';
    const nested = 'parallelism.default: 2\nexecution:\n  checkpointing:\n    inter|val: 1 min\n';
    assert.match(await hover(file, nested), /\*\*execution\.checkpointing\.interval\*\*/);
    const old = await hover(file, 'state.back|end: rocksdb\nparallelism.default: 2\n');
    assert.match(old, /\*\*state\.backend\.type\*\*.*`state\.backend` is its old name/s);
  });

  it('reads annotations, chart values, variables and connectors', async () => {
    const service =
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata:\n  name: a\n  annotations:\n    serving.kserve.io/deployment|Mode: Standard\nspec: { predictor: { model: { modelFormat: { name: onnx }, storageUri: "s3://m/a" } } }\n';
    assert.match(await hover('a.yaml', service), /Allowed: `Standard`, `Knative`, `ModelMesh`/);
    const compose =
      'services:\n  broker:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_AUTO_CREATE_|TOPICS_ENABLE: "false"\n';
    assert.match(await hover('compose.yaml', compose), /auto\.create\.topics\.enable.*Apache Kafka 4\.0/s);
    const sink =
      '{"name": "a", "config": {"connector.class": "B", "topics": "t", "errors.toler|ance": "all"}}';
    assert.match(await hover('a.json', sink), /Default: `none`/);
    const override = '{"connector.class": "B", "topics": "t", "consumer.override.max.poll.re|cords": "10"}';
    assert.match(await hover('a.json', override), /\*\*max\.poll\.records\*\* — Java consumer/);
  });

  it('reads Pulsar, Redpanda and Connect workers', async () => {
    assert.match(
      await hover('broker.conf', 'clusterName=a\nmetadataStoreUrl=zk:a\nallowAuto|TopicCreation=true\n'),
      /Pulsar broker.*Type: boolean/s,
    );
    assert.match(
      await hover('redpanda.yaml', 'redpanda:\n  data_directory: /d\n  developer_|mode: false\n'),
      /Skips checks of the machine/,
    );
    const worker = 'key.converter=a\noffset.storage.topic=o\noffset.storage.repl|ication.factor=3\n';
    assert.match(await hover('connect-distributed.properties', worker), /distributed Connect worker/);
  });

  it('is silent over keys of others and over prose', async () => {
    assert.equal(await hover('producer.properties', 'bootstrap.servers=a:1\nacks=all\nmy.o|wn=1\n'), '');
    assert.equal(await hover('a.yaml', 'some: thi|ng\n'), '');
  });
});

describe('a hover over a version', () => {
  it('lists the lines with their support', async () => {
    const text = await hover('compose.yaml', 'services:\n  jobs: { image: "flink:1.|17.2" }\n');
    assert.match(text, /\*\*Apache Flink\*\* 1\.17\.2.*Support ended on 2024-03-18/s);
    assert.match(text, /\| line \| released \| support \| newest \|/);
  });

  it('reads the fields of custom resources', async () => {
    const flink =
      'apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: { name: a }\nspec: { flinkVersion: v2|_2 }\n';
    assert.match(await hover('a.yaml', flink), /\*\*Apache Flink\*\* 2\.2/);
    assert.match(
      await hover('a.yaml', strimzi('').replace('4.3.1', '4.3|.1')),
      /\*\*Apache Kafka\*\* 4\.3\.1/,
    );
  });
});

describe('what is said beside versions', () => {
  it('is when support ended, or that it will soon', async () => {
    const text = 'FROM python:3.9-slim\nFROM flink:2.1.3\nFROM kindest/node:v1.33.1\n';
    assert.deepEqual(await notes('Dockerfile', text, '2025-10-15'), ['3.9: ends 2025-10-31']);
    assert.deepEqual((await notes('Dockerfile', text))[0], '3.9: ended 2025-10-31');
  });

  it('is nothing where all is supported or unknown', async () => {
    assert.deepEqual(
      await notes('Dockerfile', 'FROM python:3.13\nFROM apache/kafka:4.4.0\nFROM a:1.0\n'),
      [],
    );
  });
});
