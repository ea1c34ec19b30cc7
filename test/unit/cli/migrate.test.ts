import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { idsInComments, idsInSettings, renamedRules, applyEdits } from '../../../src/core';
import { yamlFormat } from '../../../src/formats/yaml/yaml';
import { parts } from '../../../src/parts';
import { Sandbox } from './command-line';

const topic = (version: string): string =>
  `apiVersion: kafka.strimzi.io/${version} # since 2022\nkind: KafkaTopic\nspec:\n  partitions: 3\n`;

describe('ai-patterns migrate', () => {
  let box: Sandbox;
  const textOf = (file: string): string => readFileSync(path.join(box.folder, file), 'utf8');
  beforeEach(() => {
    box = new Sandbox();
  });
  afterEach(() => {
    box.remove();
  });

  it('shows the difference and writes nothing with --dry-run', async () => {
    box.write({ 'topic.yaml': topic('v1beta2') });
    const { code, out } = await box.run('migrate', 'topic.yaml', '--dry-run');
    assert.equal(code, 0);
    assert.equal(
      out,
      '--- a/topic.yaml\n+++ b/topic.yaml\n@@ -1,4 +1,4 @@\n' +
        '-apiVersion: kafka.strimzi.io/v1beta2 # since 2022\n+apiVersion: kafka.strimzi.io/v1 # since 2022\n' +
        ' kind: KafkaTopic\n spec:\n   partitions: 3\n',
    );
    assert.equal(textOf('topic.yaml'), topic('v1beta2'));
  });

  it('writes with --yes, and has nothing to do the second time', async () => {
    box.write({ 'topic.yaml': topic('v1beta2') });
    assert.equal((await box.run('migrate', 'topic.yaml', '--yes')).code, 0);
    assert.equal(textOf('topic.yaml'), topic('v1'));
    assert.deepEqual(await box.run('migrate', 'topic.yaml', '--yes'), {
      code: 0,
      out: 'Nothing to migrate.\n',
      err: '',
    });
  });

  it('writes nothing where nobody can be asked', async () => {
    box.write({ 'topic.yaml': topic('v1beta2') });
    const { code, err } = await box.run('migrate', 'topic.yaml');
    assert.equal(code, 2);
    assert.match(err, /Add --yes to write these changes, or --dry-run to only see them\./);
    assert.equal(textOf('topic.yaml'), topic('v1beta2'));
  });

  it('does several migrations of one file, in several sub-documents', async () => {
    const service = (mode: string, model: string): string =>
      `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata:\n  name: a\n  annotations:\n    serving.kserve.io/deploymentMode: ${mode}\nspec:\n  predictor:\n${model}`;
    const flink = (key: string): string =>
      `apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: b\nspec:\n  flinkVersion: v2_2\n  flinkConfiguration:\n    ${key}: s3://b/c\n`;
    const old = service('RawDeployment', '    sklearn: # small\n      storageUri: gs://m/v3\n');
    const current = service(
      'Standard',
      '    model: # small\n      storageUri: gs://m/v3\n      modelFormat:\n        name: sklearn\n',
    );
    box.write({ 'all.yaml': `${topic('v1beta2')}---\n${old}---\n${flink('state.checkpoints.dir')}` });
    const { code, out } = await box.run('migrate', 'all.yaml', '--yes');
    assert.equal(code, 0, out);
    assert.equal(
      textOf('all.yaml'),
      `${topic('v1')}---\n${current}---\n${flink('execution.checkpointing.dir')}`,
    );
  });

  it('says what is left to do by hand, and ends with 1', async () => {
    const kafka = 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  zookeeper:\n    replicas: 3\n';
    box.write({ 'kafka.yaml': kafka });
    const { code, out } = await box.run('migrate', 'kafka.yaml', '--yes');
    assert.equal(code, 1);
    assert.match(out, /^left to do by hand: kafka\.yaml:1: Strimzi 1\.0 removed v1beta2/);
    assert.equal(textOf('kafka.yaml'), kafka);
  });

  it('leaves what is suppressed or switched off, and what is no old spelling', async () => {
    const marked = `# ai-patterns-disable-next-line strimzi/no-removed-api-version -- an old cluster\n${topic('v1beta2')}`;
    const dirty = 'process.roles=broker\nunclean.leader.election.enable=true\n';
    box.write({ 'topic.yaml': marked, 'server.properties': dirty });
    assert.match(
      (await box.run('migrate', 'topic.yaml', 'server.properties', '--yes')).out,
      /^Nothing to migrate/,
    );
    box.write({
      'topic.yaml': topic('v1beta2'),
      '.ai-patterns.yaml': 'rules: { strimzi/no-removed-api-version: "off" }\n',
    });
    assert.match((await box.run('migrate', 'topic.yaml', '--yes')).out, /^Nothing to migrate/);
  });

  it('refuses a file that is not there, and a call without a file', async () => {
    assert.equal((await box.run('migrate', 'nothing.yaml')).code, 2);
    assert.equal((await box.run('migrate')).code, 2);
  });
});

describe('ids of renamed rules', () => {
  const rules = [...parts.registry.rules.values()].slice(0, 1);
  const renamed = renamedRules(
    rules.map((rule) => ({ ...rule, id: 'kafka/no-new', formerly: ['kafka/no-old'] })),
  );
  const read = (text: string): ReturnType<typeof yamlFormat.parseTolerant> => yamlFormat.parseTolerant(text);
  before(() => yamlFormat.load());

  it('are rewritten in our comments, but not in their reasons nor in other texts', () => {
    const text =
      '# ai-patterns-disable kafka/no-old, kafka/no-older -- was kafka/no-old\na: kafka/no-old # kafka/no-old\nb: 1 # ai-patterns-expect: kafka/no-old error\n';
    assert.equal(
      applyEdits(text, idsInComments(read(text), yamlFormat, renamed)),
      '# ai-patterns-disable kafka/no-new, kafka/no-older -- was kafka/no-old\na: kafka/no-old # kafka/no-old\nb: 1 # ai-patterns-expect: kafka/no-new error\n',
    );
  });

  it('are rewritten in settings, unless the new one stands there too', () => {
    const text = 'rules:\n  kafka/no-old: error # strict\nmute: [kafka/no-old]\n';
    assert.equal(
      applyEdits(text, idsInSettings(read(text), yamlFormat, renamed)),
      'rules:\n  kafka/no-new: error # strict\nmute: [kafka/no-old]\n',
    );
    const both = 'rules:\n  kafka/no-old: error\n  kafka/no-new: info\n';
    assert.deepEqual(idsInSettings(read(both), yamlFormat, renamed), []);
  });
});
