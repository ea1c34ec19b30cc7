import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Workbench } from './workbench.mjs';

const themes = ['dark', 'light', 'high-contrast'];

/** The collection of a team: a producer of a topic, and a consumer that needs one. */
const producer = (version, batch, more = '') => ({
  'template.yaml': `id: team/producer
version: ${version}
title: Team producer
description: Writes events to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders, validate: { format: kafka-topic } }
provides:
  - { id: events, port: topic, name: topic }
`,
  'files/producer.py.hbs': `"""Writes events to a topic."""

TOPIC = {{py topic}}
BATCH = ${batch}


def label() -> str:
    """Names the stream in logs."""
    return "producer of " + TOPIC


def size() -> int:
    """Tells how many events are sent at once."""
    return BATCH
${more}`,
  'files/settings.toml.hbs': '[kafka]\ntopic = {{toml topic}}\n',
});
const consumer = {
  'template.yaml': `id: team/consumer
version: 1.0.0
title: Team consumer
description: Reads events from a topic.
questions:
  - { name: source, type: text, title: Source, default: none, validate: { format: kafka-topic } }
requires:
  - { id: input, port: topic, answers: { source: name } }
`,
  'files/consumer.py.hbs': 'SOURCE = {{py source}}\n',
};

function writeTemplate(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('updating', () => {
  let workbench;
  const collection = () => join(workbench.folder, 'patterns');
  const read = (path) => readFileSync(join(workbench.folder, path), 'utf8');
  const notified = (text) => workbench.notification(text).first().waitFor();
  const clear = () => workbench.runCommand('Notifications: Clear All Notifications');

  async function apply() {
    await workbench.runCommand('AI Patterns: Apply Plan');
    await notified('Wrote');
  }

  async function update() {
    await workbench.runCommand('AI Patterns: Update Components…');
    await workbench.page.locator('.multiDiffEntry:visible').first().waitFor();
    await workbench.page.getByRole('treeitem', { name: 'ingest/producer.py' }).first().waitFor();
  }

  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'ai-patterns-own-'));
    writeTemplate(join(workspace, 'patterns/team/producer'), producer('1.0.0', 100));
    writeTemplate(join(workspace, 'patterns/team/consumer'), consumer);
    // A topic that nobody scaffolded.
    writeFileSync(
      join(workspace, 'topics.yaml'),
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: legacy-orders }\n',
    );
    writeFileSync(join(workspace, '.ai-patterns.yaml'), 'version: 1\ntemplates: [patterns]\n');
    workbench = await Workbench.open({ workspace, builtins: ['merge-conflict'] });
  });
  after(() => workbench?.close());

  it('asks once before it uses templates of the workspace', async () => {
    await workbench.runCommand('AI Patterns: Scaffold Component…');
    await workbench.dialog('Use the templates in').waitFor();
    await workbench.screenshotInThemes('templates-trust', themes);
    await workbench.answerDialog('Use the templates in', 'Trust');
    await workbench.quickInput.waitForTitle('Scaffold Component');
    await workbench.quickInput.type('team/');
    await workbench.quickInput.row('Team producer').first().waitFor();
    await workbench.screenshotInThemes('templates-own', themes);
    await workbench.quickInput.pick('Team producer');
    await workbench.quickInput.waitForTitle('(2/');
    await workbench.quickInput.answer('ingest');
    await workbench.quickInput.waitForTitle('(3/');
    await workbench.quickInput.answer('payments');
    await workbench.page.getByRole('treeitem', { name: 'ingest/producer.py' }).first().waitFor();
    await apply();
    assert.match(read('ingest/producer.py'), /TOPIC = "payments"/);
  });

  it('wires a second component to what the first provides', async () => {
    await clear();
    await workbench.runCommand('AI Patterns: Scaffold Component…');
    await workbench.quickInput.waitForTitle('Scaffold Component');
    await workbench.quickInput.type('team/');
    await workbench.quickInput.pick('Team consumer');
    await workbench.quickInput.waitForTitle('(2/');
    await workbench.quickInput.answer('scoring');
    await workbench.quickInput.waitForTitle('input');
    await workbench.quickInput.row('legacy-orders').filter({ hasText: 'found in the workspace' }).waitFor();
    await workbench.screenshotInThemes('wizard-connect', themes);
    await workbench.quickInput.pick('payments');
    await workbench.page.getByRole('treeitem', { name: 'scoring/consumer.py' }).first().waitFor();
    await workbench.screenshotInThemes('plan-wiring', themes);
    await apply();
    assert.match(read('scoring/consumer.py'), /SOURCE = "payments"/);
  });

  it('previews an update that conflicts with an edit in one place only, and undoes it', async () => {
    await clear();
    const mine = read('ingest/producer.py')
      .replace('BATCH = 100', 'BATCH = 250')
      .replace('"producer of "', '"our producer of "');
    writeFileSync(join(workbench.folder, 'ingest/producer.py'), mine);
    const added = '\n\ndef retries() -> int:\n    """Bounds one send."""\n    return 5\n';
    writeTemplate(join(collection(), 'team/producer'), producer('2.0.0', 500, added));
    await update();
    await workbench.page
      .getByRole('treeitem', { name: /producer\.py, conflict/ })
      .first()
      .waitFor();
    await workbench.screenshotInThemes('update-preview', themes);
    assert.equal(read('ingest/producer.py'), mine);
    await apply();
    assert.match(read('ingest/producer.py'), /<<<<<<< yours\nBATCH = 250\n/);
    await clear();
    await workbench.runCommand('AI Patterns: Undo Last Scaffold');
    await workbench.answerDialog('Undo "', 'Undo');
    await notified('Undone');
    assert.equal(read('ingest/producer.py'), mine);
  });

  it('leaves a file alone whose tick is taken away', async () => {
    const mine = read('ingest/producer.py');
    await update();
    const row = workbench.page.getByRole('treeitem', { name: /producer\.py, conflict/ }).first();
    await row.locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox').first().click();
    await workbench.page
      .getByRole('treeitem', { name: /settings\.toml, unchanged/ })
      .first()
      .waitFor();
    await apply();
    assert.equal(read('ingest/producer.py'), mine);
    await clear();
    await workbench.runCommand('AI Patterns: Undo Last Scaffold');
    await workbench.answerDialog('Undo "', 'Undo');
    await notified('Undone');
  });

  it('opens the conflict in the merge editor, where it is resolved', async () => {
    await clear();
    await update();
    await apply();
    await workbench.notification('conflict markers').getByText('Resolve in Merge Editor').click();
    await workbench.page.locator('.merge-editor').first().waitFor();
    await workbench.page.locator('.merge-editor').getByText('Accept Template').first().waitFor();
    await clear();
    await workbench.screenshotInThemes('conflict-merge-editor', themes);
    await workbench.page.locator('.merge-editor').getByText('Accept Template').first().click();
    await workbench.page.locator('.merge-editor').getByText('0 Conflicts Remaining').first().waitFor();
    await workbench.press('Control+S');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    const merged = read('ingest/producer.py');
    assert.doesNotMatch(merged, /<<<<<<<|>>>>>>>/);
    assert.match(merged, /BATCH = 500\n/);
    assert.match(merged, /"our producer of "/);
    assert.match(merged, /def retries/);
  });

  it('refuses to undo over what was resolved since, and finds nothing more to update', async () => {
    await workbench.runCommand('View: Close All Editors');
    const resolved = read('ingest/producer.py');
    await workbench.runCommand('AI Patterns: Undo Last Scaffold');
    await workbench.answerDialog('Undo "', 'Undo');
    await notified('producer.py');
    assert.equal(read('ingest/producer.py'), resolved);
    await clear();
    await workbench.runCommand('AI Patterns: Update Components…');
    await notified('nothing to do');
  });

  it('opens the merge editor from a file that shows its markers as text', async () => {
    await clear();
    const conflict = 'a = 1\n<<<<<<< yours\nb = 2\n||||||| base\nb = 1\n=======\nb = 3\n>>>>>>> template\n';
    writeFileSync(join(workbench.folder, 'ingest/inline.py'), conflict);
    await workbench.openFile('ingest/inline.py');
    // VS Code's own actions stand above the markers, for they are the ordinary ones.
    await workbench.editor.codeLens('Accept Current Change').first().waitFor();
    await workbench.screenshotInThemes('conflict-inline', themes);
    await workbench.runCommand('AI Patterns: Resolve Conflicts in Merge Editor');
    await workbench.page.locator('.merge-editor').first().waitFor();
    assert.ok(existsSync(join(workbench.folder, 'ingest/inline.py')));
  });
});
