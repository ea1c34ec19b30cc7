import * as vscode from 'vscode';
import { suppressCommand } from './names';

/** Writes a disabling comment, with a reason, above a line. */
export function registerSuppressCommand(): vscode.Disposable {
  return vscode.commands.registerCommand(
    suppressCommand,
    async (uri: unknown, line: unknown, rule: unknown) => {
      if (!(uri instanceof vscode.Uri) || typeof line !== 'number' || typeof rule !== 'string') return;
      const document = await vscode.workspace.openTextDocument(uri);
      const mark = await commentMark(document);
      if (mark === '') {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('This format has no comments; turn the rule off in .ai-patterns.yaml instead.'),
        );
        return;
      }
      const reason = await vscode.window.showInputBox({
        title: vscode.l10n.t('Disable {0} for this line', rule),
        prompt: vscode.l10n.t('Why is it right here? The reason is written beside the mark.'),
        placeHolder: vscode.l10n.t('Reason'),
      });
      if (reason === undefined) return;
      const indent = /^\s*/.exec(document.lineAt(line).text)?.[0] ?? '';
      const why = reason.trim() === '' ? '' : ` -- ${reason.trim()}`;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        uri,
        new vscode.Position(line, 0),
        `${indent}${mark} ai-patterns-disable-next-line ${rule}${why}\n`,
      );
      await vscode.workspace.applyEdit(edit);
    },
  );
}

async function commentMark(document: vscode.TextDocument): Promise<string> {
  const { parts } = await import('../../parts');
  return parts.registry.formatOf(document.uri.path, document.languageId)?.commentMark ?? '';
}
