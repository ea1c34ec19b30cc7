import * as vscode from 'vscode';
import { RulePages } from '../rule-pages';
import { explainCommand } from './names';

/** Opens a rule's page; without a rule's id it asks which. */
export function registerExplainCommand(): vscode.Disposable {
  return vscode.commands.registerCommand(explainCommand, async (given: unknown) => {
    const rule = typeof given === 'string' && given !== '' ? given : await askForRule();
    if (rule === undefined) return;
    const uri = RulePages.uriOf(rule);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // The Markdown extension may be off; the page's text is readable all the same.
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  });
}

async function askForRule(): Promise<string | undefined> {
  const { parts } = await import('../../parts');
  const rules = [...parts.registry.rules.values(), ...parts.crossRules];
  const items = rules.map((rule) => ({ label: rule.id, detail: rule.summary }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain Rule'),
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDetail: true,
  });
  return picked?.label;
}
