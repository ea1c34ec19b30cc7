import * as vscode from 'vscode';
import { explainUri, rangeOf } from './diagnostics';
import type { WorkspaceChecker } from './workspace-checker';

/** Beside the message that VS Code shows: why, what to write, and the way to the rule's page. */
export class RuleHovers implements vscode.HoverProvider {
  constructor(private readonly checker: WorkspaceChecker) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const here = this.checker
      .findingsIn(document)
      .filter((finding) => rangeOf(finding.range).contains(position));
    if (here.length === 0) return undefined;
    const { registry, crossRules } = await this.checker.loadParts();
    const texts = [...new Set(here.map(({ rule }) => rule))].flatMap((id) => {
      const rule = registry.rules.get(id) ?? crossRules.find((each) => each.id === id);
      if (!rule) return [];
      const text = new vscode.MarkdownString();
      // Rule texts are ours; only the link to the rule's page may run a command.
      text.isTrusted = { enabledCommands: ['aiPatterns.explainRule'] };
      text.appendMarkdown(
        `${rule.why}\n\n${rule.remedy}\n\n[${vscode.l10n.t('Explain {0}', id)}](${explainUri(id).toString()})`,
      );
      return [text];
    });
    const [first] = here;
    return first && new vscode.Hover(texts, rangeOf(first.range));
  }
}
