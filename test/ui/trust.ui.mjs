import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { Workbench } from './workbench.mjs';

const zipOf = (title) =>
  zipSync({
    'team/producer/template.yaml': strToU8(`id: team/producer
version: 1.0.0
title: ${title}
description: Writes events to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders }
`),
    'team/producer/files/producer.py.hbs': strToU8('TOPIC = {{py topic}}\n'),
  });
const pinned = (bytes) => `own.zip#sha256=${createHash('sha256').update(bytes).digest('hex')}`;
const [first, second] = [zipOf('Zipped producer'), zipOf('Other producer')];

describe('templates in a zip', () => {
  let workbench;
  const write = (name, content) => writeFileSync(join(workbench.folder, name), content);
  const settings = (bytes) => `version: 1\ntemplates: ["${pinned(bytes)}"]\n`;
  const offered = async () => {
    await workbench.quickInput.waitForTitle('Scaffold Component');
    await workbench.quickInput.type('producer');
    return workbench.quickInput.rows();
  };
  const scaffold = () => workbench.runCommand('AI Patterns: Scaffold Component…');

  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'ai-patterns-zip-'));
    writeFileSync(join(workspace, 'own.zip'), first);
    writeFileSync(join(workspace, '.ai-patterns.yaml'), settings(first));
    workbench = await Workbench.open({
      workspace,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
  });
  after(() => workbench?.close());

  it('are not even asked about in Restricted Mode, where the shipped ones are offered', async () => {
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    await scaffold();
    const rows = await offered();
    assert.ok(!rows.some((row) => row.includes('Zipped producer')), rows.join());
    await workbench.quickInput.type('kafka');
    await workbench.quickInput.row('Kafka').first().waitFor();
    await workbench.screenshot('templates-restricted');
    await workbench.quickInput.cancel();
  });

  it('are used once the workspace and exactly this zip are trusted', async () => {
    await workbench.trustWorkspace();
    await scaffold();
    await workbench.dialog(pinned(first)).waitFor();
    await workbench.screenshot('templates-zip-trust');
    await workbench.answerDialog('Use the templates in', 'Trust');
    assert.ok((await offered()).some((row) => row.includes('Zipped producer')));
    await workbench.quickInput.cancel();
  });

  it('are not used when the zip is no longer the pinned one', async () => {
    write('own.zip', second);
    await scaffold();
    const rows = await offered();
    assert.ok(!rows.some((row) => /Zipped producer|Other producer/.test(row)), rows.join());
    await workbench.quickInput.cancel();
  });

  it('are asked about anew when the pin is another, and not used when that is declined', async () => {
    write('.ai-patterns.yaml', settings(second));
    await scaffold();
    await workbench.dialog(pinned(second)).waitFor();
    await workbench.answerDialog('Use the templates in', 'Cancel');
    const rows = await offered();
    assert.ok(!rows.some((row) => /Zipped producer|Other producer/.test(row)), rows.join());
    await workbench.quickInput.cancel();
  });
});
