import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Workbench } from './workbench.mjs';

const FILES = {
  'kafka/producer.properties': [
    'bootstrap.servers=kafka-1.payments.internal:9093,kafka-2.payments.internal:9093',
    'security.protocol=SASL_SSL',
    'key.serializer=org.apache.kafka.common.serialization.StringSerializer',
    'value.serializer=org.apache.kafka.common.serialization.ByteArraySerializer',
    'acks=all',
    'linger.ms=20',
    'delivery.timeout.ms=120000',
    '',
  ].join('\n'),
  'streaming/features.yaml': [
    'apiVersion: flink.apache.org/v1beta1',
    'kind: FlinkDeployment',
    'metadata:',
    '  name: features',
    'spec:',
    '  flinkVersion: v1_18',
    '  flinkConfiguration:',
    '    taskmanager.numberOfTaskSlots: "2"',
    '    state.backend.type: rocksdb',
    '    high-availability.type: kubernetes',
    '',
  ].join('\n'),
};

describe('keys and versions', () => {
  let workbench;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    workbench = await Workbench.open({ workspace: folder });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a hover says what a key means and which default holds', async () => {
    await workbench.openFile('kafka/producer.properties');
    await workbench.editor.hoverOver('linger.ms', 'Before 4.0 the default was');
    await workbench.screenshotInThemes('key-hover', ['dark', 'light', 'high-contrast']);
    await workbench.press('Escape');
  });

  it('keys are suggested while they are typed, then the values that they take', async () => {
    await workbench.openFile('kafka/producer.properties');
    await workbench.editor.goTo(8, 1);
    await workbench.editor.write('enable.idem');
    const rows = workbench.page.locator('.suggest-widget .monaco-list-row');
    await rows.filter({ hasText: 'enable.idempotence' }).first().waitFor();
    await workbench.screenshot('key-completion');
    await workbench.press('Enter');
    await rows.filter({ hasText: 'true' }).first().waitFor();
    await workbench.screenshotInThemes('value-completion', ['dark', 'light', 'high-contrast']);
    await workbench.press('Enter');
    await workbench.editor.waitForText('enable.idempotence=true');
  });

  it('beside a version without support stands since when', async () => {
    await workbench.openFile('streaming/features.yaml');
    await workbench.editor.waitForText('support ended 2024-08-01');
    await workbench.screenshotInThemes('end-of-support', ['dark', 'light', 'high-contrast']);
  });

  it('a hover lists the releases with their support', async () => {
    await workbench.openFile('streaming/features.yaml');
    await workbench.editor.hoverOver('v1_18', 'Apache Flink');
    await workbench.screenshotInThemes('version-hover', ['dark', 'light', 'high-contrast']);
  });
});
