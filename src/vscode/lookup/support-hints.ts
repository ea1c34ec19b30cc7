import * as vscode from 'vscode';
import { supportNotes } from '../../lookup/hover';
import type { PlacedNote } from '../../lookup/hover';
import type { SupportNote } from '../../lookup/version-places';
import { versionsMarkdown } from '../../systems/versions';
import { rangeOf } from '../diagnostics';
import { affectsUs, supportHintsEnabled } from '../settings';
import type { WorkspaceChecker } from '../workspace-checker';

/** Beside a version whose support is over or will soon be: since when, or until when. Silent beside all others. */
export class SupportHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly checker: WorkspaceChecker) {
    this.subscriptions = [
      checker.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsUs(event)) this.changed.fire();
      }),
    ];
  }

  async provideInlayHints(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    const place = this.checker.placeOf(document);
    if (!place || !supportHintsEnabled(document.uri)) return [];
    const { registry } = await this.checker.loadParts();
    const { project } = place.home;
    const today = new Date().toISOString().slice(0, 10);
    return supportNotes({ registry, project, path: place.path, today })
      .map((note) => hintOf(note, today))
      .filter((hint) => range.contains(hint.position));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}

function textOf({ ended, isOver }: SupportNote): string {
  return isOver ? vscode.l10n.t('support ended {0}', ended) : vscode.l10n.t('support ends {0}', ended);
}

function hintOf({ note, range, edits }: PlacedNote, today: string): vscode.InlayHint {
  const hint = new vscode.InlayHint(rangeOf(range).end, textOf(note));
  hint.paddingLeft = true;
  const { technology, version } = note.judged.mention;
  const markdown = versionsMarkdown(technology, version, today);
  if (markdown !== undefined) hint.tooltip = new vscode.MarkdownString(markdown);
  if (edits.length > 0)
    hint.textEdits = edits.map(({ range: place, text }) => new vscode.TextEdit(rangeOf(place), text));
  return hint;
}
