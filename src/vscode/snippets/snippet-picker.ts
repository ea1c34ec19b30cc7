import * as vscode from 'vscode';
import { fittingSnippets } from '../../snippets/fitting';
import type { Fit, Place } from '../../snippets/fitting';
import type { Snippet } from '../../snippets/snippet';
import type { SnippetPreview } from './snippet-preview';

interface SnippetItem extends vscode.QuickPickItem {
  readonly snippet?: Snippet;
}

/** Lets the user search the snippets that fit, look at them, and choose one; undefined when none is chosen. */
export class SnippetPicker {
  private readonly pick = vscode.window.createQuickPick<SnippetItem>();
  private showsAll = false;
  private isPreviewing = false;

  constructor(
    private readonly library: readonly Snippet[],
    private readonly place: Place,
    private readonly disabled: ReadonlySet<string>,
    private readonly preview: SnippetPreview,
  ) {}

  /** Resolves when the user has chosen or turned away. */
  async choose(): Promise<Snippet | undefined> {
    const { pick } = this;
    pick.title = vscode.l10n.t('Insert Snippet');
    pick.placeholder = vscode.l10n.t('Search by name, purpose or technology');
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.onDidTriggerButton((button) => void this.triggered(button));
    pick.onDidTriggerItemButton(({ item, button }) => void this.triggeredOn(item, button));
    pick.onDidChangeActive(([item]) => void this.activated(item));
    this.fill();
    const chosen = await new Promise<Snippet | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (!item?.snippet) return;
        resolve(item.snippet);
        pick.hide();
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
    pick.dispose();
    await this.preview.close();
    return chosen;
  }

  private fill(): void {
    const found = fittingSnippets(this.library, this.place, { all: this.showsAll, disabled: this.disabled });
    this.pick.items = withHeadings(found);
    this.pick.buttons = [previewButton(this.isPreviewing), scopeButton(this.showsAll)];
  }

  private async triggered(button: vscode.QuickInputButton): Promise<void> {
    if (isIcon(button, previewIcons)) {
      this.isPreviewing = !this.isPreviewing;
      if (!this.isPreviewing) await this.preview.close();
      else await this.activated(this.pick.activeItems[0]);
    } else this.showsAll = !this.showsAll;
    this.pick.ignoreFocusOut = this.isPreviewing;
    this.fill();
  }

  private async triggeredOn({ snippet }: SnippetItem, button: vscode.QuickInputButton): Promise<void> {
    if (!snippet) return;
    if (isIcon(button, [sourceIcon])) {
      await vscode.env.openExternal(vscode.Uri.parse(snippet.source));
      return;
    }
    this.pick.ignoreFocusOut = true;
    await this.preview.show(snippet);
  }

  private async activated(item: SnippetItem | undefined): Promise<void> {
    if (this.isPreviewing && item?.snippet) await this.preview.show(item.snippet);
  }
}

const sourceIcon = 'link-external';
const previewIcons = ['open-preview', 'close'];

function isIcon({ iconPath }: vscode.QuickInputButton, icons: readonly string[]): boolean {
  return iconPath instanceof vscode.ThemeIcon && icons.includes(iconPath.id);
}

function previewButton(isOn: boolean): vscode.QuickInputButton {
  return isOn
    ? { iconPath: new vscode.ThemeIcon('close'), tooltip: vscode.l10n.t('Close the preview') }
    : {
        iconPath: new vscode.ThemeIcon('open-preview'),
        tooltip: vscode.l10n.t('Preview each snippet beside the editor'),
      };
}

function scopeButton(showsAll: boolean): vscode.QuickInputButton {
  return showsAll
    ? { iconPath: new vscode.ThemeIcon('filter-filled'), tooltip: vscode.l10n.t('Show only what fits here') }
    : { iconPath: new vscode.ThemeIcon('filter'), tooltip: vscode.l10n.t('Show all snippets') };
}

function withHeadings(found: readonly { readonly snippet: Snippet; readonly fit: Fit }[]): SnippetItem[] {
  const items: SnippetItem[] = [];
  let last: Fit | undefined;
  for (const { snippet, fit } of found) {
    if (fit !== last) items.push({ label: headingOf(fit), kind: vscode.QuickPickItemKind.Separator });
    last = fit;
    items.push(itemOf(snippet));
  }
  return items;
}

function headingOf(fit: Fit): string {
  switch (fit) {
    case 'here':
      return vscode.l10n.t('fits here');
    case 'beside':
      return vscode.l10n.t('as one more document');
    case 'language':
      return vscode.l10n.t('elsewhere in such a file');
    case 'none':
      return vscode.l10n.t('in other files');
    default:
      return fit satisfies never;
  }
}

function itemOf(snippet: Snippet): SnippetItem {
  const into = snippet.into === undefined ? '' : ` ${vscode.l10n.t('Goes into: {0}', snippet.into)}`;
  return {
    label: snippet.name,
    description: `${snippet.title} · ${snippet.prefix}`,
    detail: snippet.description + into,
    snippet,
    buttons: [
      { iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Preview') },
      { iconPath: new vscode.ThemeIcon(sourceIcon), tooltip: vscode.l10n.t('Open the source') },
    ],
  };
}
