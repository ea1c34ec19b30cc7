import * as vscode from 'vscode';
import type { WorkspaceChecker } from '../workspace-checker';
import { checkWorkspaceCommand } from './names';

/** "Check Workspace": publishes the findings of closed files too. */
export function registerCheckCommands(checker: WorkspaceChecker): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(checkWorkspaceCommand, async () => {
      if (!vscode.workspace.workspaceFolders?.length) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder to check it.'));
        return;
      }
      const location = vscode.ProgressLocation.Window;
      await vscode.window.withProgress(
        { location, title: vscode.l10n.t('Checking the workspace') },
        async () => {
          await checker.settled();
          for (const home of checker.allHomes()) {
            for (const path of home.project.paths()) checker.publish(home, home.uriOf(path));
          }
        },
      );
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    }),
  ];
}
