import * as vscode from 'vscode';
import { patternTitle } from '../scaffold/pattern-titles';

const patterns = ['data-pipeline', 'training', 'deployment', 'feedback-loop', 'security-compliance'];

/** Opens the page of a pattern: what it is, when, its components, rules, snippets and sources. */
export function registerPatternPages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('aiPatterns.openPatternPage', async (given: unknown) => {
    const pattern = patternFrom(given) ?? (await askForPattern());
    if (pattern === undefined) return;
    const page = vscode.Uri.joinPath(extensionUri, 'media', 'patterns', `${pattern}.md`);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', page);
    } catch {
      await vscode.window.showTextDocument(page, { preview: true });
    }
  });
}

/** A pattern's id, or a row of the Explorer view that is one. */
function patternFrom(given: unknown): string | undefined {
  const id = typeof given === 'object' && given !== null && 'pattern' in given ? given.pattern : given;
  return typeof id === 'string' && patterns.includes(id) ? id : undefined;
}

async function askForPattern(): Promise<string | undefined> {
  const items = patterns.map((pattern) => ({ label: patternTitle(pattern), pattern }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which pattern?') });
  return picked?.pattern;
}
