import { resolve } from 'node:path';
import { Workbench } from './workbench.mjs';

const DEMO = resolve(import.meta.dirname, '../demo-workspace');

describe('the Explorer view', () => {
  let workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: DEMO });
  });
  after(() => workbench?.close());

  it('shows the patterns with their components, and the rules with their counts', async () => {
    await workbench.runCommand('AI Patterns: Focus on Explorer View');
    const rows = workbench.page.locator('.pane-body');
    await rows.getByRole('treeitem', { name: 'Patterns', exact: true }).waitFor();
    // The tree is drawn anew once the workspace has been read; a click before that may meet another row.
    await rows.getByRole('treeitem', { name: 'Missing' }).waitFor();
    await workbench.unfold(rows.getByRole('treeitem', { name: 'Data pipeline', exact: true }));
    await rows.getByRole('treeitem', { name: /^Kafka data pipeline/ }).waitFor();
    await workbench.page.waitForFunction(
      () => document.querySelectorAll('.pane-body [role=treeitem]').length > 15,
    );
    await workbench.unfold(rows.getByRole('treeitem', { name: 'Rules', exact: true }));
    await workbench.unfold(rows.getByRole('treeitem', { name: /Apache Kafka/ }).first());
    await workbench.screenshotInThemes('explorer', ['dark', 'light', 'high-contrast']);
  });
});
