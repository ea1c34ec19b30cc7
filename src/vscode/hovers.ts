import * as vscode from 'vscode';
import { hoverAt } from '../lookup/hover';
import type { KeyStore } from '../lookup/key-store';
import { explainUri, rangeOf } from './diagnostics';
import { factHoversEnabled } from './settings';
import type { WorkspaceChecker } from './workspace-checker';

/**
 * Beside the message that VS Code shows: why, what to write, and the way to the rule's page; then what the key there
 * means, and which versions of a product there are.
 */
export class Hovers implements vscode.HoverProvider {
  constructor(
    private readonly checker: WorkspaceChecker,
    private readonly store: KeyStore,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const rules = await this.ofRules(document, position);
    const facts = await this.ofFacts(document, position, rules.length > 0);
    const [first] = [...rules, ...facts];
    return (
      first &&
      new vscode.Hover(
        [...rules, ...facts].map(({ text }) => text),
        first.range,
      )
    );
  }

  /** What is known of the key and the version there; below a line where rules have their say above. */
  private async ofFacts(
    document: vscode.TextDocument,
    position: vscode.Position,
    isBelow: boolean,
  ): Promise<Part[]> {
    const place = this.checker.placeOf(document);
    if (!place || !factHoversEnabled(document.uri)) return [];
    const { registry } = await this.checker.loadParts();
    const today = new Date().toISOString().slice(0, 10);
    const where = { registry, store: this.store, project: place.home.project, path: place.path, today };
    const parts = await hoverAt(where, position.line, position.character);
    return parts.map(({ markdown, range }, index) => ({
      text: new vscode.MarkdownString(isBelow || index > 0 ? `---\n\n${markdown}` : markdown),
      range: rangeOf(range),
    }));
  }

  private async ofRules(document: vscode.TextDocument, position: vscode.Position): Promise<Part[]> {
    const here = this.checker
      .findingsIn(document)
      .filter((finding) => rangeOf(finding.range).contains(position));
    if (here.length === 0) return [];
    const { registry, crossRules } = await this.checker.loadParts();
    const told = new Set<string>();
    return here.flatMap(({ rule: id, range }) => {
      const rule = registry.rules.get(id) ?? crossRules.find((each) => each.id === id);
      if (!rule || told.has(id)) return [];
      told.add(id);
      const text = new vscode.MarkdownString();
      // Rule texts are ours; only the link to the rule's page may run a command.
      text.isTrusted = { enabledCommands: ['aiPatterns.explainRule'] };
      text.appendMarkdown(
        `${rule.why}\n\n${rule.remedy}\n\n[${vscode.l10n.t('Explain {0}', id)}](${explainUri(id).toString()})`,
      );
      return [{ text, range: rangeOf(range) }];
    });
  }
}

interface Part {
  readonly text: vscode.MarkdownString;
  readonly range: vscode.Range;
}
