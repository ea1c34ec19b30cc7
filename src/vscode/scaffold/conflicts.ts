import * as vscode from 'vscode';
import { conflictSides } from '../../scaffold/merge/conflict-sides';
import type { ConflictSides } from '../../scaffold/merge/conflict-sides';

const scheme = 'ai-patterns-conflict';

/** Opens files with conflict markers in VS Code's merge editor: both sides and their common text come from the markers. */
export class Conflicts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registrations: readonly vscode.Disposable[];
  private readonly texts = new Map<string, string>();
  private round = 0;

  constructor() {
    this.registrations = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.commands.registerCommand('aiPatterns.resolveConflicts', (given: unknown) => {
        const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
        return uri && this.resolve(uri);
      }),
    ];
  }

  /** Opens one file; as text with its markers where there is no merge editor. */
  async resolve(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const sides = conflictSides(document.getText());
    if (!sides) {
      const name = vscode.workspace.asRelativePath(uri);
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no conflict markers.', name));
      return;
    }
    this.round++;
    const side = (name: 'mine' | 'base' | 'theirs'): vscode.Uri => this.keep(uri, name, sides);
    try {
      // The command that the Git extension uses too; it has no other name in the API.
      await vscode.commands.executeCommand('_open.mergeEditor', {
        base: side('base'),
        input1: {
          uri: side('mine'),
          title: vscode.l10n.t('Yours'),
          description: vscode.l10n.t('made from {0}', sides.labels.base),
        },
        input2: { uri: side('theirs'), title: vscode.l10n.t('Template'), description: sides.labels.theirs },
        output: uri,
      });
    } catch {
      await vscode.window.showTextDocument(document);
    }
  }

  provideTextDocumentContent({ query, path }: vscode.Uri): string {
    return this.texts.get(`${query} ${path}`) ?? '';
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    this.texts.clear();
  }

  private keep(uri: vscode.Uri, name: 'mine' | 'base' | 'theirs', sides: ConflictSides): vscode.Uri {
    // The round keeps a text that was shown before from being taken out of VS Code's cache.
    const query = `${name}-${this.round}`;
    this.texts.set(`${query} ${uri.path}`, sides[name]);
    return vscode.Uri.from({ scheme, path: uri.path, query });
  }
}
