import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Workbench } from './workbench.mjs';

const themes = ['dark', 'light', 'high-contrast'];
const folder = 'templates/team/producer';
const files = {
  [`${folder}/template.yaml`]: `id: team/producer
version: 1.0.0
title: Team producer
description: Writes events to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders, validate: { format: kafka-topic } }
`,
  [`${folder}/files/producer.py.hbs`]: 'TOPIC = {{py topic}}\n',
  [`${folder}/cases/defaults/answers.yaml`]: '{}\n',
  [`${folder}/cases/payments/answers.yaml`]: 'topic: payments\n',
  [`${folder}/cases/payments/expect.yaml`]: 'files: [absent.py]\n',
  'existing/app.py': 'TOPIC = "orders"\n',
  'existing/.gitignore': '.venv\n',
};

describe('authoring a template', () => {
  let workbench;
  const text = (wanted) => workbench.page.locator('.editor-instance .view-lines', { hasText: wanted });
  before(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'ai-patterns-authoring-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), content);
    }
    workbench = await Workbench.open({ workspace });
  });
  after(() => workbench?.close());

  it('shows beside a file what it becomes, with the answers of the case that is chosen', async () => {
    await workbench.openFile(`${folder}/files/producer.py.hbs`);
    await workbench.page.locator('.editor-actions [aria-label*="Preview Template"]').first().click();
    await text('TOPIC = "orders"').first().waitFor();
    await workbench.runCommand('AI Patterns: Choose Answers of Template Preview…');
    await workbench.quickInput.pick('payments');
    await text('TOPIC = "payments"').first().waitFor();
    await workbench.screenshotInThemes('template-preview', themes);
  });

  it('runs the cases in the Test Explorer', async () => {
    await workbench.runCommand('Testing: Focus on Test Explorer View');
    await workbench.page.locator('.monaco-list-row[aria-label*="producer"]').first().waitFor();
    await workbench.runCommand('Test: Run All Tests');
    // One of two passed, and the other says why it did not.
    await workbench.page.getByText('1/2', { exact: true }).first().waitFor();
    await workbench.page
      .getByText(/"absent\.py" is/)
      .first()
      .waitFor();
    await workbench.screenshot('template-cases');
  });

  it('makes a template of a folder', async () => {
    await workbench.runCommand('Explorer: Focus on Folders View');
    await workbench.chooseFromMenu(workbench.explorerRow('existing').first(), 'Create Template from Folder');
    await workbench.quickInput.waitForTitle('Create Template from Folder');
    await workbench.quickInput.type('Not An Id');
    await workbench.quickInput.waitForMessage('two names with a slash');
    await workbench.quickInput.answer('own/existing');
    await workbench.page.locator('.tab.active', { hasText: 'template.yaml' }).waitFor();
    const made = join(workbench.folder, 'templates/own/existing');
    for (const path of ['template.yaml', 'files/app.py', 'files/gitignore', 'cases/defaults/answers.yaml'])
      assert.ok(existsSync(join(made, path)), path);
  });
});
