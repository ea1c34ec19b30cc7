import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Workbench } from './workbench.mjs';

const DEMO = resolve(import.meta.dirname, '../demo-workspace');

describe('another display language', () => {
  let workbench;
  after(() => workbench?.close());

  it('is German throughout what is ours', async () => {
    workbench = await Workbench.open({ workspace: DEMO, language: 'de' });
    await workbench.runCommand('AI Patterns: Systemkarte anzeigen');
    await workbench.page.getByRole('tab', { name: 'Systemkarte' }).waitFor();
    await workbench.runCommand('AI Patterns: Focus on Explorer View');
    const rows = workbench.page.locator('.pane-body');
    await rows.getByRole('treeitem', { name: 'Muster' }).waitFor();
    await rows.getByRole('treeitem', { name: 'Datenpipeline' }).waitFor();
    await workbench.screenshotInThemes('german', ['dark', 'light']);
    await workbench.runCommand('AI Patterns: Snippet einfügen …');
    await workbench.quickInput.waitForTitle('Snippet einfügen');
    await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('german-snippets');
    await workbench.quickInput.cancel();
    await workbench.close();
  });

  it('is the pseudo-locale where that is asked for, so that a bare text would stand out', async () => {
    workbench = await Workbench.open({ workspace: DEMO, language: 'qps-ploc' });
    await workbench.page
      .getByRole('tab', { name: /Pàttérñš/ })
      .first()
      .click();
    const rows = workbench.page.locator('.pane-body');
    await rows.getByRole('treeitem', { name: /^\[Pàttérñš/ }).waitFor();
    const names = await rows
      .getByRole('treeitem')
      .evaluateAll((items) =>
        items
          .filter((item) => item.getAttribute('aria-level') === '1')
          .map((item) => item.ariaLabel ?? item.innerText),
      );
    assert.deepEqual(
      names.filter((name) => !name.startsWith('[')),
      [],
    );
    await workbench.screenshot('pseudo-locale');
  });
});
