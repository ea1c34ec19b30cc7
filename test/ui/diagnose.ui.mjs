import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Workbench } from './workbench.mjs';

const DEMO = resolve(import.meta.dirname, '../demo-workspace');
const FIX = 'Set unclean.leader.election.enable to false';

describe('anti-patterns in the editor', () => {
  let workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: DEMO });
  });
  after(() => workbench?.close());

  it('are underlined, and say in a hover what is wrong and which rule says so', async () => {
    await workbench.openFile('serving/fraud-model.yaml');
    await workbench.editor.squiggles('warning').first().waitFor();
    await workbench.screenshot('squiggles');
    await workbench.editor.hoverOver('fraud-scorer:latest', 'AI Patterns');
    await workbench.editor.hover('kubernetes/no-latest-image').waitFor();
    await workbench.screenshotInThemes('hover', ['dark', 'light', 'high-contrast']);
  });

  it('are listed in the Problems view with their rules', async () => {
    const rows = await workbench.problems('kubernetes/no-latest-image');
    assert.ok(
      rows.some((row) => row.includes('AI Patterns') && row.includes('kubernetes/no-privileged-container')),
    );
    await workbench.screenshot('problems');
    await workbench.runCommand('View: Toggle Panel Visibility');
  });

  it('are mended by a quick fix', async () => {
    await workbench.openFile('kafka/server.properties');
    await workbench.editor.squiggles('warning').first().waitFor();
    await workbench.editor.goTo(23, 33);
    assert.ok((await workbench.editor.quickFixes()).includes(FIX));
    await workbench.screenshotInThemes('quick-fix', ['dark', 'light', 'high-contrast']);
    await workbench.editor.closeQuickFixes();
    await workbench.editor.applyQuickFix(FIX);
    await workbench.editor.waitForText('unclean.leader.election.enable=false');
  });

  it('are mended without a mouse', async () => {
    await workbench.openFile('serving/fraud-model.yaml');
    await workbench.editor.squiggles('warning').first().waitFor();
    await workbench.editor.goTo(15, 25);
    await workbench.editor.openQuickFixes();
    await workbench.press('Enter');
    await workbench.editor.waitForText('privileged: false');
  });
});
