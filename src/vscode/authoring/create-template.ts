import * as vscode from 'vscode';
import type { DiskFactory } from '../scaffold/system-folder';
import { counted } from '../counted';
import { planHost, tellRefusal } from '../scaffold/system-folder';

const collectionFolder = 'templates';

/** Makes a template of a folder: every file is copied as it is, and a manifest to go on with is opened. */
export async function createTemplate(
  given: vscode.Uri | undefined,
  diskFor: DiskFactory,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const source = given ?? (await askFolder());
  const root = source && vscode.workspace.getWorkspaceFolder(source)?.uri;
  if (!source) return;
  if (!root) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The folder must lie in the workspace.'));
    return;
  }
  const id = await askId(source);
  if (id === undefined) return;
  const [{ readFolder }, { templateFromFolder }, { runTransaction }] = await Promise.all([
    import('../../scaffold/collection'),
    import('../../scaffold/create-template'),
    import('../../scaffold/transaction'),
  ]);
  const files = await readFolder(diskFor(source), '');
  if (!files.ok) return tellRefusal(files, log);
  const target = `${collectionFolder}/${id}`;
  const disk = diskFor(root);
  if ((await disk.stat(target)).ok) {
    void vscode.window.showErrorMessage(vscode.l10n.t('"{0}" exists already. Choose another id.', target));
    return;
  }
  const title = id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
  const changes = templateFromFolder(id, title.charAt(0).toUpperCase() + title.slice(1), files.value).map(
    ({ path, bytes }) => ({ path: `${target}/${path}`, before: undefined, after: bytes }),
  );
  // As a transaction: all files or none, and Undo Last Scaffold takes them back.
  const label = vscode.l10n.t('Create template {0}', id);
  const done = await runTransaction(disk, label, changes, planHost(root));
  if (!done.ok) return tellRefusal(done, log);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root, target, 'template.yaml'));
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Made {0} of {1}. Name "{2}" in aiPatterns.templates.sources to scaffold from it.',
      target,
      counted.files(changes.length - 2),
      collectionFolder,
    ),
  );
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Make a Template'),
    ...(defaultUri && { defaultUri }),
  });
  return chosen?.[0];
}

function askId(source: vscode.Uri): Thenable<string | undefined> {
  const name = source.path
    .slice(source.path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Create Template from Folder'),
    prompt: vscode.l10n.t('Id of the template: pattern/component, in lower case.'),
    value: `own/${name.replace(/^[^a-z]+|-+$/g, '') || 'component'}`,
    validateInput: (text) =>
      /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(text)
        ? undefined
        : vscode.l10n.t('Write two names with a slash, such as data-pipeline/orders.'),
  });
}
