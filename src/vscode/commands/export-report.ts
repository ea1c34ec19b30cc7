import * as vscode from 'vscode';
import { reportOfProject } from '../../report/report-of-project';
import type { WorkspaceChecker } from '../workspace-checker';

/** "Export Report": one self-contained HTML page, written where the user says. */
export function registerReportCommand(checker: WorkspaceChecker): vscode.Disposable {
  return vscode.commands.registerCommand('aiPatterns.exportReport', async () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
    if (!folder) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder to report on it.'));
      return;
    }
    await checker.settled();
    const home = await checker.homeOf(folder.uri);
    const html = reportOfProject(home.project, await checker.loadParts(), {
      title: folder.name,
      asOf: new Date().toISOString().slice(0, 10),
      linkOf: (path, line) => `${encodeURI(path)}#L${line}`,
    });
    const uri = vscode.Uri.joinPath(folder.uri, 'ai-patterns-report.html');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(html));
    const open = vscode.l10n.t('Open');
    const text = vscode.l10n.t('Wrote {0}.', 'ai-patterns-report.html');
    if ((await vscode.window.showInformationMessage(text, open)) === open) await vscode.env.openExternal(uri);
  });
}
