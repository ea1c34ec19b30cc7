import * as vscode from 'vscode';
import { applyPlan } from '../../scaffold/apply';
import type { Disk } from '../../scaffold/disk';
import type { Plan, PreparedPlan } from '../../scaffold/plan';
import type { Result } from '../../scaffold/result';
import { findUndo, undoLast } from '../../scaffold/undo';
import { counted } from '../counted';
import { PlanTexts, PlanTree, isOffered } from './plan-preview';
import type { PlanNode } from './plan-preview';
import { planHost, tellRefusal } from './system-folder';

/** Makes the plan anew, without the files whose tick was taken away. */
export type Prepare = (exclude: readonly string[]) => Promise<Result<PreparedPlan>>;

interface Open {
  readonly root: vscode.Uri;
  readonly disk: Disk;
  readonly prepare: Prepare;
  readonly prepared: PreparedPlan;
  readonly applied: () => Promise<void>;
}

const openContext = 'aiPatterns.planOpen';

/** The one plan that is being looked at: its diff, its ticked tree, applying and discarding it. */
export class PlanSession implements vscode.Disposable {
  private readonly texts = new PlanTexts();
  private readonly tree = new PlanTree();
  private readonly view: vscode.TreeView<PlanNode>;
  private open: Open | undefined;

  constructor(private readonly log: vscode.LogOutputChannel) {
    this.view = vscode.window.createTreeView('aiPatterns.plan', {
      treeDataProvider: this.tree,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
    });
    this.view.onDidChangeCheckboxState(({ items }) => {
      for (const [node, state] of items) this.tree.tick(node, state === vscode.TreeItemCheckboxState.Checked);
    });
  }

  /** Plans, and shows the plan as a multi-file diff with the ticked tree; nothing is written. */
  async show(root: vscode.Uri, disk: Disk, prepare: Prepare, applied: () => Promise<void>): Promise<void> {
    const title = vscode.l10n.t('Planning…');
    const location = vscode.ProgressLocation.Window;
    const prepared = await vscode.window.withProgress({ location, title }, () => prepare([]));
    if (!prepared.ok) return tellRefusal(prepared, this.log);
    this.open = { root, disk, prepare, prepared: prepared.value, applied };
    const { plan } = prepared.value;
    const resources = this.texts.take(root, prepared.value);
    if (resources.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is nothing to do: all files are as they would be.'),
      );
      return this.discard();
    }
    this.tree.show(root, prepared.value);
    this.view.message = this.messageOf(prepared.value);
    await vscode.commands.executeCommand('setContext', openContext, true);
    const name = plan.components.map(({ template }) => template).join(', ');
    await vscode.commands.executeCommand('vscode.changes', vscode.l10n.t('Plan: {0}', name), resources);
    await vscode.commands.executeCommand('aiPatterns.plan.focus');
  }

  /** Writes the plan that was shown; a workspace that changed since is refused with what changed. */
  async apply(): Promise<void> {
    const { open } = this;
    if (!open) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no plan to apply.'));
    const { exclude } = this.tree;
    // Unticking files makes another plan; the one shown and ticked is what is applied.
    const shown = exclude.length === 0 ? open.prepared : await this.prepared(open, exclude);
    if (!shown) return;
    const host = planHost(open.root);
    const done = await applyPlan(open.disk, shown.plan, () => open.prepare(exclude), host);
    if (!done.ok) return tellRefusal(done, this.log);
    await open.applied();
    await this.discard();
    await this.tellDone(open, shown);
  }

  async discard(): Promise<void> {
    this.open = undefined;
    this.tree.clear();
    await vscode.commands.executeCommand('setContext', openContext, false);
    await this.closeDiff();
  }

  /** Undoes the last scaffold of a folder, also after a restart. */
  async undo(root: vscode.Uri, disk: Disk): Promise<void> {
    const found = await findUndo(disk);
    if (!found.ok) return tellRefusal(found, this.log);
    if (!found.value) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no scaffold to undo.'));
      return;
    }
    const undo = vscode.l10n.t('Undo');
    const { label, files } = found.value;
    const detail = files.map(({ path, action }) => `${action}  ${path}`).join('\n');
    const text = vscode.l10n.t('Undo "{0}" ({1})?', label, counted.files(files.length));
    if ((await vscode.window.showWarningMessage(text, { modal: true, detail }, undo)) !== undo) return;
    const undone = await undoLast(disk, planHost(root));
    if (!undone.ok) return tellRefusal(undone, this.log);
    void vscode.window.showInformationMessage(vscode.l10n.t('Undone: {0}.', label));
  }

  dispose(): void {
    this.view.dispose();
    this.tree.dispose();
    this.texts.dispose();
  }

  private async prepared(open: Open, exclude: readonly string[]): Promise<PreparedPlan | undefined> {
    const prepared = await open.prepare(exclude);
    if (prepared.ok) return prepared.value;
    await tellRefusal(prepared, this.log);
    return undefined;
  }

  private messageOf({ plan }: PreparedPlan): string {
    const wired = plan.wiring.map(({ from, to }) => `${from ?? '–'} → ${to}`);
    const lines = [
      vscode.l10n.t(
        '{0}. Untick what you do not want, then apply with the tick above.',
        counted.files(plan.files.filter(isOffered).length),
      ),
    ];
    if (wired.length > 0) lines.push(vscode.l10n.t('Wiring: {0}', wired.join(', ')));
    if (plan.findings.length > 0)
      lines.push(vscode.l10n.t('{0} in the new files.', counted.findings(plan.findings.length)));
    return lines.join(' ');
  }

  private async tellDone(open: Open, { plan }: PreparedPlan): Promise<void> {
    const conflict = plan.files.find(({ action }) => action === 'conflict');
    if (conflict) return this.tellConflicts(open, plan, conflict.path);
    const readme = plan.files.find(
      ({ path, action }) => /(?:^|\/)README\.md$/.test(path) && action !== 'skip',
    );
    const openReadme = vscode.l10n.t('Open README');
    const undo = vscode.l10n.t('Undo');
    const text = vscode.l10n.t(
      'Wrote {0}. {1}',
      counted.files(plan.files.filter(isOffered).length),
      plan.next[0] ?? '',
    );
    const choices = readme ? [openReadme, undo] : [undo];
    const answer = await vscode.window.showInformationMessage(text.trim(), ...choices);
    if (answer === openReadme && readme) {
      await vscode.commands.executeCommand(
        'markdown.showPreview',
        vscode.Uri.joinPath(open.root, readme.path),
      );
    }
    if (answer === undo) await this.undo(open.root, open.disk);
  }

  /** Conflicts were written as markers, which the merge editor settles; undo takes them back as all else. */
  private async tellConflicts(open: Open, { files }: Plan, first: string): Promise<void> {
    const count = files.filter(({ action }) => action === 'conflict').length;
    const resolve = vscode.l10n.t('Resolve in Merge Editor');
    const undo = vscode.l10n.t('Undo');
    const text = vscode.l10n.t(
      'Wrote {0}, {1} with conflict markers: {2}.',
      counted.files(files.filter(isOffered).length),
      count,
      first,
    );
    const answer = await vscode.window.showWarningMessage(text, resolve, undo);
    if (answer === undo) await this.undo(open.root, open.disk);
    if (answer === resolve)
      await vscode.commands.executeCommand(
        'aiPatterns.resolveConflicts',
        vscode.Uri.joinPath(open.root, first),
      );
  }

  private async closeDiff(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all);
    const ours = tabs.filter(({ label }) => label.startsWith(vscode.l10n.t('Plan: {0}', '')));
    await vscode.window.tabGroups.close(ours);
  }
}
