import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from './workbench.mjs';

describe('scaffolding', () => {
  let workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: mkdtempSync(join(tmpdir(), 'ai-patterns-empty-')) });
  });
  after(() => workbench?.close());

  it('asks step by step, with validation and the way back', async () => {
    await workbench.runCommand('AI Patterns: Scaffold Data Pipeline…');
    await workbench.quickInput.waitForTitle('Scaffold Component');
    await workbench.screenshotInThemes('wizard-template', ['dark', 'light', 'high-contrast']);
    await workbench.quickInput.pick('Kafka');
    await workbench.quickInput.waitForTitle('(2/');
    await workbench.quickInput.type('../outside');
    await workbench.quickInput.waitForMessage('inside the workspace');
    await workbench.quickInput.type('payments');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('(3/');
    await workbench.quickInput.type('Not A Name');
    await workbench.quickInput.waitForMessage('Use ');
    await workbench.screenshotInThemes('wizard-question', ['dark', 'light', 'high-contrast']);
    await workbench.quickInput.back();
    await workbench.quickInput.waitForTitle('(2/');
  });

  it('keeps a draft when the input loses the focus, and offers to resume it', async () => {
    await workbench.quickInput.type('payments');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitForTitle('(3/');
    await workbench.quickInput.answer('card-payments');
    await workbench.quickInput.waitForTitle('(4/');
    await workbench.quickInput.cancel();
    await workbench.runCommand('AI Patterns: Scaffold Component…');
    await workbench.quickInput.waitForTitle('Scaffold Component');
    assert.ok((await workbench.quickInput.rows()).some((row) => row.includes('Resume: ')));
    await workbench.quickInput.pick('Resume: ');
    await workbench.quickInput.waitForTitle('(3/');
  });

  it('shows the plan as a diff with a ticked tree before anything is written', async () => {
    await workbench.page
      .locator('.quick-input-widget .quick-input-titlebar [aria-label*="defaults"]')
      .click();
    await workbench.page.locator('.multiDiffEntry, .multi-diff-editor').first().waitFor();
    await workbench.page
      .getByRole('treeitem', { name: 'payments/deploy/kubernetes/deployment.yaml' })
      .first()
      .waitFor();
    await workbench.screenshotInThemes('plan', ['dark', 'light', 'high-contrast']);
    assert.equal(existsSync(join(workbench.folder, 'payments')), false);
  });

  it('writes what was shown, and undoes it', async () => {
    await workbench.runCommand('AI Patterns: Apply Plan');
    await workbench.page.locator('.notification-toast', { hasText: 'Wrote' }).waitFor();
    await workbench.screenshot('applied');
    assert.match(readFileSync(join(workbench.folder, 'payments/pyproject.toml'), 'utf8'), /card-payments/);
    await workbench.runCommand('AI Patterns: Undo Last Scaffold');
    await workbench.answerDialog('Undo "Scaffold', 'Undo');
    await workbench.page.locator('.notification-toast', { hasText: 'Undone' }).waitFor();
    assert.equal(existsSync(join(workbench.folder, 'payments/pyproject.toml')), false);
  });
});
