import * as vscode from 'vscode';
import { componentStates } from '../../scaffold/component-state';
import type { ComponentState } from '../../scaffold/component-state';
import type { TemplateStore, TemplateSummary } from '../../scaffold/template-store';
import type { FolderProject } from '../folder-project';
import type { DiskFactory } from '../scaffold/system-folder';
import type { WorkspaceChecker } from '../workspace-checker';
import type { ExplorerNode } from './explorer-nodes';
import { treeItemOf } from './explorer-items';
import { isRuleOn, ruleCounts } from './rule-states';

const patterns = ['data-pipeline', 'training', 'deployment', 'feedback-loop', 'security-compliance'] as const;

interface Parts {
  readonly checker: WorkspaceChecker;
  readonly templates: TemplateStore;
  readonly diskFor: DiskFactory;
}

/** The Explorer view: patterns with their components, this system, what it lacks, and the rules. */
export class ExplorerView implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ExplorerNode>;
  private readonly subscriptions: vscode.Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Findings by rule, counted once for all rows of a drawing. */
  private counts: ReadonlyMap<string, number> | undefined;

  constructor(private readonly parts: Parts) {
    this.view = vscode.window.createTreeView('aiPatterns.explorer', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions.push(
      parts.checker.onDidChange(() => {
        this.refreshSoon();
      }),
      vscode.workspace.onDidSaveTextDocument(() => {
        this.refreshSoon();
      }),
      vscode.commands.registerCommand('aiPatterns.refreshExplorer', () => {
        this.refresh();
      }),
    );
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (!node) return this.sections();
    switch (node.is) {
      case 'section':
        return this.section(node.section);
      case 'pattern':
        return (await this.templatesOf(node.pattern)).map((template) => ({ is: 'template', template }));
      case 'technology': {
        const counts = this.ruleCounts();
        return node.rules.map((rule) => ({
          is: 'rule',
          rule,
          isOn: isRuleOn(this.parts.checker, rule),
          count: counts.get(rule.id) ?? 0,
        }));
      }
      default:
        return [];
    }
  }

  async getTreeItem(node: ExplorerNode): Promise<vscode.TreeItem> {
    const open = node.is === 'section' && node.section !== 'rules';
    return treeItemOf(node, open, this.ruleCounts());
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  private sections(): ExplorerNode[] {
    // Without a folder the welcome text speaks.
    if (!vscode.workspace.workspaceFolders?.length) return [];
    const gaps = this.parts.checker.gaps().length;
    this.view.badge =
      gaps > 0
        ? { value: gaps, tooltip: vscode.l10n.t('{0} things are missing in this system', gaps) }
        : undefined;
    const sections = ['system', ...(gaps > 0 ? (['gaps'] as const) : []), 'patterns', 'rules'] as const;
    return sections.map((section) => ({ is: 'section', section }));
  }

  private async section(section: 'patterns' | 'system' | 'gaps' | 'rules'): Promise<ExplorerNode[]> {
    switch (section) {
      case 'patterns':
        return patterns.map((pattern) => ({ is: 'pattern', pattern }));
      case 'gaps':
        return this.parts.checker.gaps().map(({ home, gap }) => ({ is: 'gap', home, gap }));
      case 'system':
        return this.components();
      case 'rules':
        return this.technologies();
      default:
        return section satisfies never;
    }
  }

  private async components(): Promise<ExplorerNode[]> {
    const templates = await this.parts.templates.all();
    const nodes: ExplorerNode[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const home: FolderProject = await this.parts.checker.homeOf(folder.uri);
      const states = await componentStates(this.parts.diskFor(folder.uri), templates);
      if (!states.ok) continue;
      nodes.push(
        ...states.value.map((state: ComponentState): ExplorerNode => ({ is: 'component', home, state })),
      );
    }
    return nodes.length > 0 ? nodes : [{ is: 'hint' }];
  }

  private async technologies(): Promise<ExplorerNode[]> {
    const { registry, crossRules } = await this.parts.checker.loadParts();
    const all = [...registry.rules.values(), ...crossRules];
    const byTitle = [...registry.technologies].sort((a, b) => a.title.localeCompare(b.title));
    return byTitle.flatMap((technology): ExplorerNode[] => {
      const rules = all.filter(({ id }) => id.startsWith(`${technology.slug}/`));
      return rules.length > 0 ? [{ is: 'technology', technology, rules }] : [];
    });
  }

  private async templatesOf(pattern: string): Promise<readonly TemplateSummary[]> {
    return (await this.parts.templates.list()).filter(({ id }) => id.startsWith(`${pattern}/`));
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.refresh();
    }, 500);
  }

  private refresh(): void {
    this.counts = undefined;
    this.changed.fire();
  }

  private ruleCounts(): ReadonlyMap<string, number> {
    this.counts ??= ruleCounts(this.parts.checker);
    return this.counts;
  }
}
