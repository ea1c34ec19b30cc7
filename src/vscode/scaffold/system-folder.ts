import * as vscode from 'vscode';
import { PlannedFindings } from '../../findings-of-files';
import { explainDiskProblem, type Disk } from '../../scaffold/disk';
import type { PlanHost } from '../../scaffold/plan';
import { describeProblem, refused, type Refused } from '../../scaffold/result';
import { recover } from '../../scaffold/rollback';
import { journalFolder } from '../../scaffold/journal';
import { TemplateStore } from '../../scaffold/template-store';
import type { OwnCollections } from '../../scaffold/template-store';

/** Gives a folder's disk: the host knows whether Node can be used. */
export type DiskFactory = (root: vscode.Uri) => Disk;

const owner = `vscode-${Math.random().toString(36).slice(2)}`;

/** What planning asks of the editor: unsaved changes, and what our rules say of the files to come. One for each plan. */
export function planHost(root: vscode.Uri): PlanHost {
  const findings = new PlannedFindings(new Date().toISOString().slice(0, 10));
  return {
    owner,
    // Another window may hold the same folder; its process cannot be asked, so only our own name counts as alive.
    isAlive: async (name) => name === owner,
    isDirty: (path) => {
      const uri = vscode.Uri.joinPath(root, path).toString();
      return vscode.workspace.textDocuments.some(
        (document) => document.isDirty && document.uri.toString() === uri,
      );
    },
    check: (files) => findings.of(files),
    tell: (files) => findings.tell(files),
  };
}

/** The shipped templates, read from the extension's own folder in any host, and the user's own beside them. */
export function extensionTemplates(extensionUri: vscode.Uri, own: OwnCollections): TemplateStore {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'templates');
  const read = async (file: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
  return new TemplateStore(read, own);
}

/** Puts back what a killed window left half-done, in all folders that have a journal. */
export async function recoverAll(diskFor: DiskFactory, log: vscode.LogOutputChannel): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const disk = diskFor(uri);
    const journal = await disk.stat(journalFolder);
    if (!journal.ok) continue;
    const recovered = await recover(disk, planHost(uri));
    if (!recovered.ok) {
      void tellRefusal(refused(explainDiskProblem(recovered.problem)), log);
      continue;
    }
    for (const label of recovered.value.rolledBack) {
      log.info(`Rolled back an unfinished change: ${label}.`);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Rolled back an unfinished change: {0}.', label),
      );
    }
  }
}

/** Tells why something was refused, with the log for the rest. */
export async function tellRefusal({ problems }: Refused, log: vscode.LogOutputChannel): Promise<void> {
  for (const problem of problems) log.error(describeProblem(problem));
  const [first] = problems;
  const more = problems.length > 1 ? ` ${vscode.l10n.t('({0} more in the log)', problems.length - 1)}` : '';
  const text = first
    ? `${first.message.split('\n')[0] ?? ''} ${first.next ?? ''}${more}`
    : vscode.l10n.t('Nothing was done.');
  const showLog = vscode.l10n.t('Show Log');
  if ((await vscode.window.showErrorMessage(text.trim(), showLog)) === showLog) log.show();
}
