import * as vscode from 'vscode';
import type { FileAction } from '../../scaffold/existing';
import type { PreparedPlan, Preview } from '../../scaffold/plan';

const scheme = 'ai-patterns-preview';

/** Texts of the plan being shown, for the multi-file diff. */
export class PlanTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  private texts = new Map<string, string>();
  private round = 0;

  /** Takes a plan; returns what the diff editor wants: for each file its own address and both sides. */
  take(
    root: vscode.Uri,
    prepared: PreparedPlan,
  ): [vscode.Uri, vscode.Uri | undefined, vscode.Uri | undefined][] {
    this.texts = new Map();
    this.round++;
    return prepared.previews
      .filter(isOffered)
      .map((preview) => [
        vscode.Uri.joinPath(root, preview.path),
        this.side(preview, 'before', preview.before),
        this.side(preview, 'after', preview.after),
      ]);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(`${uri.query} ${uri.path}`) ?? '';
  }

  dispose(): void {
    this.registration.dispose();
    this.texts.clear();
  }

  private side(preview: Preview, side: string, bytes: Uint8Array | undefined): vscode.Uri | undefined {
    if (!bytes) return undefined;
    // The round is in the query, where no label shows it: a text that was shown once is cached for ever.
    const path = `/${preview.path}`;
    const query = `${side}-${this.round}`;
    this.texts.set(`${query} ${path}`, new TextDecoder().decode(bytes));
    return vscode.Uri.from({ scheme, path, query });
  }
}

/** A folder or file of the ticked tree. */
export interface PlanNode {
  readonly name: string;
  readonly path: string;
  readonly action: FileAction | undefined;
  readonly children: readonly PlanNode[];
}

/** The ticked tree beside the diff: what is written can be chosen file by file. */
export class PlanTree implements vscode.TreeDataProvider<PlanNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: readonly PlanNode[] = [];
  private readonly excluded = new Set<string>();
  private root = vscode.Uri.file('/');

  show(root: vscode.Uri, { plan }: PreparedPlan): void {
    this.root = root;
    this.excluded.clear();
    for (const path of plan.exclude ?? []) this.excluded.add(path);
    this.roots = treeOf(plan.files.map(({ path, action }) => ({ path, action })));
    this.changed.fire();
  }

  clear(): void {
    this.roots = [];
    this.excluded.clear();
    this.changed.fire();
  }

  /** Paths whose tick was taken away. */
  get exclude(): readonly string[] {
    return [...this.excluded].sort();
  }

  tick(node: PlanNode, isTicked: boolean): void {
    for (const { path } of leavesOf(node).filter(isOffered)) {
      if (isTicked) this.excluded.delete(path);
      else this.excluded.add(path);
    }
    this.changed.fire();
  }

  getChildren(node?: PlanNode): PlanNode[] {
    return [...(node ? node.children : this.roots)];
  }

  getTreeItem(node: PlanNode): vscode.TreeItem {
    const isFolder = node.children.length > 0;
    const state = isFolder ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(node.name, state);
    item.resourceUri = vscode.Uri.joinPath(this.root, node.path);
    item.iconPath = isFolder ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
    const offered = leavesOf(node).filter(isOffered);
    const ticked = offered.some(({ path }) => !this.excluded.has(path));
    const box = ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
    // What stays as it is cannot be left out.
    if (offered.length > 0)
      item.checkboxState = {
        state: box,
        accessibilityInformation: { label: vscode.l10n.t('Write {0}', node.path) },
      };
    if (node.action) item.description = actionText(node.action);
    item.accessibilityInformation = {
      label: node.action ? `${node.path}, ${actionText(node.action)}` : node.path,
    };
    return item;
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function actionText(action: FileAction): string {
  switch (action) {
    case 'create':
      return vscode.l10n.t('new');
    case 'merge':
      return vscode.l10n.t('merged');
    case 'conflict':
      return vscode.l10n.t('conflict');
    case 'replace':
      return vscode.l10n.t('changed');
    case 'delete':
      return vscode.l10n.t('deleted');
    case 'unchanged':
      return vscode.l10n.t('unchanged');
    case 'skip':
      return vscode.l10n.t('left out');
    default:
      return action satisfies never;
  }
}

interface Draft {
  name: string;
  path: string;
  action: FileAction | undefined;
  children: Draft[];
}

function treeOf(files: readonly { readonly path: string; readonly action: FileAction }[]): Draft[] {
  const roots: Draft[] = [];
  for (const { path, action } of files) {
    let level = roots;
    const parts = path.split('/');
    parts.forEach((name, index) => {
      const isLast = index === parts.length - 1;
      let node = level.find((each) => each.name === name);
      if (!node) {
        node = {
          name,
          path: parts.slice(0, index + 1).join('/'),
          action: isLast ? action : undefined,
          children: [],
        };
        level.push(node);
      }
      level = node.children;
    });
  }
  sortLevel(roots);
  return roots;
}

/** Folders first, then by name, as the Explorer has it. */
function sortLevel(level: Draft[]): void {
  level.sort(
    (a, b) => Number(b.children.length > 0) - Number(a.children.length > 0) || (a.name < b.name ? -1 : 1),
  );
  for (const node of level) sortLevel(node.children);
}

function leavesOf(node: PlanNode): readonly PlanNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

/** Whether a plan changes a file, so that a user can leave it out. */
export function isOffered({ action }: { readonly action: FileAction | undefined }): boolean {
  return action !== undefined && action !== 'unchanged' && action !== 'skip';
}
