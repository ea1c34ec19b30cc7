import { resolve } from 'node:path';
import { Workbench } from './workbench.mjs';

const DEMO = resolve(import.meta.dirname, '../demo-workspace');

describe('the workbench', () => {
  let workbench;
  before(async () => {
    workbench = await Workbench.open({ workspace: DEMO });
  });
  after(() => workbench?.close());

  it('shows the Explorer with the files of the workspace', async () => {
    await workbench.explorerRow('README.md').waitFor();
    await workbench.screenshotInThemes('workbench', [
      'dark',
      'light',
      'high-contrast',
      'high-contrast-light',
    ]);
  });

  it('opens a file by its name', async () => {
    await workbench.openFile('server.properties');
    await workbench.editor.waitForText('process.roles');
  });

  it('has our extension installed from its package', async () => {
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await workbench.page
      .locator('.extension-list-item', { hasText: process.env.AI_PATTERNS_DISPLAY_NAME })
      .waitFor();
  });
});
