import * as vscode from 'vscode';
import { safeEdits } from '../../core';
import { workspaceEdit } from '../code-actions';
import type { WorkspaceChecker } from '../workspace-checker';
import { fixAllCommand, showLogCommand } from './names';

/** "Fix All Safe Problems" for the active editor, and the log. */
export function registerFixCommands(checker: WorkspaceChecker): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(fixAllCommand, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a file to fix its problems.'));
        return;
      }
      await checker.settled();
      const all = safeEdits(checker.findingsIn(document));
      if (all.count === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no safe fix to do in this file.'));
        return;
      }
      await vscode.workspace.applyEdit(workspaceEdit(document.uri, all.edits));
    }),
    vscode.commands.registerCommand(showLogCommand, () => {
      checker.log.show();
    }),
  ];
}
