import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { accessibilityViolations } from './accessibility.mjs';
import { Workbench } from './workbench.mjs';

const DEMO = resolve(import.meta.dirname, '../demo-workspace');

describe('the system map', () => {
  let workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: DEMO });
  });
  after(() => workbench?.close());

  it('draws what the files tell, with a scorecard and an outline', async () => {
    await workbench.runCommand('AI Patterns: Show System Map');
    const frame = await workbench.webview();
    await frame.locator('svg .thing').first().waitFor();
    assert.ok((await frame.locator('svg .thing').count()) >= 2);
    await frame.getByRole('heading', { name: 'Scorecard' }).waitFor();
    await workbench.screenshotInThemes('map', ['dark', 'light', 'high-contrast']);
    assert.deepEqual(await accessibilityViolations(frame.locator('body')), []);
  });

  it('leads to the source by keyboard', async () => {
    const frame = await workbench.webview();
    await frame.locator('svg .thing').first().focus();
    await workbench.press('ArrowRight', 'Enter');
    await workbench.page.locator('.tab.active').first().waitFor();
  });
});
