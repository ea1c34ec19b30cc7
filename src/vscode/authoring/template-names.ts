import * as vscode from 'vscode';
import { computers, emitters } from '../../scaffold/helpers';
import type { SourceFile } from '../../scaffold/load-template';
import { symbolsOf } from '../../scaffold/template-symbols';
import type { SymbolPlace, TemplateSymbol } from '../../scaffold/template-symbols';

/** Names and helpers for a place in a template: expressions of the manifest, and what stands between braces. */
export function completionsAt(
  files: readonly SourceFile[],
  path: string,
  before: string,
): readonly vscode.CompletionItem[] {
  const isManifest = path === 'template.yaml';
  if (isManifest ? !isExpression(before) : !isInBraces(before)) return [];
  const names = symbolsOf(files).map(({ name, title, is }) => {
    const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Variable);
    item.detail = is === 'question' ? vscode.l10n.t('Question: {0}', title) : vscode.l10n.t('Derived');
    return item;
  });
  return isManifest ? names : [...helpersAt(before), ...names];
}

/** The name at a place with all its places; undefined where there is no name. */
export function symbolAt(
  files: readonly SourceFile[],
  path: string,
  position: vscode.Position,
): TemplateSymbol | undefined {
  const holds = (place: SymbolPlace, { name }: TemplateSymbol): boolean =>
    place.path === path &&
    place.line === position.line + 1 &&
    place.column <= position.character + 1 &&
    position.character + 1 <= place.column + name.length;
  return symbolsOf(files).find((symbol) =>
    [symbol.definition, ...symbol.uses].some((place) => holds(place, symbol)),
  );
}

/** A place as VS Code wants it. */
export function locationOf(folder: vscode.Uri, place: SymbolPlace, name: string): vscode.Location {
  const start = new vscode.Position(place.line - 1, place.column - 1);
  const range = new vscode.Range(start, start.translate(0, name.length));
  return new vscode.Location(vscode.Uri.joinPath(folder, place.path), range);
}

/** A helper that writes stands first between braces; one that computes stands in brackets or after a block's word. */
function helpersAt(before: string): readonly vscode.CompletionItem[] {
  const inside = before.slice(before.lastIndexOf('{{') + 2);
  const writes = /^~?\s*\w*$/.test(inside);
  const computes = /\(\s*\w*$/.test(inside);
  const helpers = writes ? Object.keys(emitters) : computes ? Object.keys(computers) : [];
  return helpers.map((name) => {
    const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Function);
    item.detail = writes ? vscode.l10n.t('Writes a value as {0}', name) : vscode.l10n.t('Computes a value');
    return item;
  });
}

function isInBraces(before: string): boolean {
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}

/** After a key whose value is an expression, below `derived`, or in a placeholder of a path or a sentence. */
function isExpression(before: string): boolean {
  return (
    isInBraces(before) ||
    /(?:^|[\s{,-])(?:when|check|defaultFrom)\s*:\s.*$/.test(before) ||
    /^ {2}\w+:\s.*$/.test(before)
  );
}
