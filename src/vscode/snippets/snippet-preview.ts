import * as vscode from 'vscode';
import { expandSnippet } from '../../snippets/expand';
import { parseSnippet } from '../../snippets/parse';
import type { Snippet } from '../../snippets/snippet';

/** The scheme of previews; what stands in them is checked by our own tests, not again in the editor. */
export const previewScheme = 'ai-patterns-snippet';

/** Shows what a snippet will write, with its documentation above it, beside the editor. */
export class SnippetPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(previewScheme, this);
  private readonly texts = new Map<string, string>();

  /** Opens the preview without taking the focus. */
  async show(snippet: Snippet): Promise<void> {
    const uri = vscode.Uri.from({ scheme: previewScheme, path: `/${snippet.prefix}/${snippet.path}` });
    this.texts.set(uri.path, previewText(snippet));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  /** Closes all previews. */
  async close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const own = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === previewScheme,
    );
    if (own.length > 0) await vscode.window.tabGroups.close(own, true);
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.path);
  }

  dispose(): void {
    this.registration.dispose();
  }
}

const commentMarks: Readonly<Record<string, string>> = { sql: '--', json: '//' };

/** The documentation as comments, then the text with all defaults. */
export function previewText(snippet: Snippet): string {
  const mark = commentMarks[snippet.format] ?? '#';
  const into = snippet.into === undefined ? [] : [vscode.l10n.t('Goes into: {0}', snippet.into)];
  const heading = [snippet.name, snippet.description, ...into, snippet.source];
  return `${heading.map((line) => `${mark} ${line}\n`).join('')}\n${expandSnippet(parseSnippet(snippet.body))}\n`;
}
