import * as vscode from 'vscode';
import type { KeyStore } from '../../lookup/key-store';
import { suggest } from '../../lookup/suggestions';
import type { Suggestion } from '../../lookup/suggestions';
import { completionEnabled } from '../settings';
import type { WorkspaceChecker } from '../workspace-checker';

/** Languages whose files hold keys that software defines. */
export const keySelector: vscode.DocumentSelector = [
  'yaml',
  'dockercompose',
  'json',
  'jsonc',
  'properties',
  'java-properties',
  'spring-boot-properties',
  'spring-boot-properties-yaml',
  'plaintext',
].map((language) => ({ language }));

/** Suggests configuration keys, and the values that they take. */
export class KeyCompletion implements vscode.CompletionItemProvider {
  static readonly triggers = ['='];

  constructor(
    private readonly checker: WorkspaceChecker,
    private readonly store: KeyStore,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    if (!completionEnabled(document.uri)) return undefined;
    const { registry } = await this.checker.loadParts();
    const home = await this.checker.homeOf(document.uri);
    const path = home.pathOf(document.uri);
    const format = await home.project.prepare(path, document.languageId);
    if (!format) return undefined;
    const found = await suggest({
      registry,
      store: this.store,
      format,
      path,
      text: document.getText(),
      line: position.line,
      column: position.character,
      versions: home.project.settingsOf(path).versions,
    });
    if (!found) return undefined;
    const range = new vscode.Range(position.line, found.start, position.line, found.end);
    return found.items.map((item) => itemOf(item, range));
  }
}

function itemOf(suggestion: Suggestion, range: vscode.Range): vscode.CompletionItem {
  const { label, sort, detail, markdown, text, order, isDeprecated, hasValues } = suggestion;
  const kind = sort === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.EnumMember;
  const item = new vscode.CompletionItem(label, kind);
  item.detail = detail;
  item.documentation = new vscode.MarkdownString(markdown);
  item.insertText = text;
  item.filterText = label;
  item.sortText = order;
  item.range = range;
  if (isDeprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
  // The values are asked for at once, as if the user had.
  if (hasValues && text !== label)
    item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest values') };
  return item;
}
