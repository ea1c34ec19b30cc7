import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Workbench } from './workbench.mjs';

const DEMO = resolve(import.meta.dirname, '../demo-workspace');

describe('Insert Snippet…', () => {
  let workbench;
  before(async () => {
    workbench = await Workbench.open({
      workspace: DEMO,
      settings: { 'aiPatterns.snippets.disabled': ['seldon'] },
    });
  });
  after(() => workbench?.close());

  it('offers what fits the file, shows what it will write, and writes it', async () => {
    const { quickInput } = workbench;
    await workbench.openFile('serving/fraud-model.yaml');
    await workbench.editor.squiggles('warning').first().waitFor();
    await workbench.editor.goTo(1, 1);
    await workbench.runCommand('AI Patterns: Insert Snippet…');
    await quickInput.waitForTitle('Insert Snippet');
    const rows = await quickInput.rows();
    assert.ok(
      rows.some((row) => row.includes('ai-kserve-')),
      `no snippet of KServe among ${rows.join(' | ')}`,
    );
    await quickInput.type('drift');
    await quickInput.row('Alerts on a served model').first().waitFor();
    assert.equal(
      await quickInput.row('Drift report with Evidently').count(),
      0,
      'a Python snippet fits no YAML',
    );
    await workbench.screenshotInThemes('insert-snippet', ['dark', 'light', 'high-contrast']);
    await quickInput.widget.getByRole('button', { name: 'Preview each snippet beside the editor' }).click();
    await quickInput.type('ai-prom-model-rules');
    await workbench.page.locator('.tab', { hasText: 'model.rules.yaml' }).first().waitFor();
    await workbench.screenshot('insert-snippet-preview');
    await quickInput.pick('Alerts on a served model');
    await workbench.editor.waitForText('PrometheusRule');
    await workbench.page.locator('.tab', { hasText: 'model.rules.yaml' }).waitFor({ state: 'detached' });
  });

  it('shows all snippets on demand, but none of a family that is switched off', async () => {
    const { quickInput } = workbench;
    await workbench.openFile('kafka/server.properties');
    await workbench.runCommand('AI Patterns: Insert Snippet…');
    await quickInput.waitForTitle('Insert Snippet');
    await quickInput.type('drift');
    assert.equal(await quickInput.row('Drift report with Evidently').count(), 0);
    await quickInput.widget.getByRole('button', { name: 'Show all snippets' }).click();
    await quickInput.row('Drift report with Evidently').first().waitFor();
    await quickInput.type('ai-seldon');
    assert.equal(await quickInput.row('Seldon model').count(), 0);
    await quickInput.cancel();
  });
});
