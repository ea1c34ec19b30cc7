import * as vscode from 'vscode';
import { planUpdate } from '../../scaffold/update';
import type { TemplateStore } from '../../scaffold/template-store';
import type { PlanSession } from '../scaffold/plan-session';
import { planHost } from '../scaffold/system-folder';
import type { DiskFactory } from '../scaffold/system-folder';
import type { ExplorerNode } from '../views/explorer-nodes';
import { setRuleSeverity } from '../team-settings';

/** Commands of the Explorer view's rows: update a component, fill a gap, turn a rule on or off. */
export function registerExplorerCommands(
  session: PlanSession,
  templates: TemplateStore,
  diskFor: DiskFactory,
): vscode.Disposable[] {
  const update = async (node: ExplorerNode | undefined): Promise<void> => {
    const folder = node?.is === 'component' ? node.home.folder : vscode.workspace.workspaceFolders?.[0];
    if (!folder) return;
    const components = node?.is === 'component' ? [node.state.record.id] : [];
    await templates.refresh();
    const all = await templates.all();
    const disk = diskFor(folder.uri);
    const host = planHost(folder.uri);
    const request = { templates: all, ...(components.length > 0 && { components }) };
    await session.show(
      folder.uri,
      disk,
      (exclude) => planUpdate(disk, { ...request, ...(exclude.length > 0 && { exclude }) }, host),
      async () => undefined,
    );
  };
  return [
    vscode.commands.registerCommand('aiPatterns.updateComponents', update),
    vscode.commands.registerCommand('aiPatterns.fillGap', async (node: ExplorerNode | undefined) => {
      if (node?.is !== 'gap') return;
      await vscode.commands.executeCommand('aiPatterns.scaffoldComponent', { ...node.gap.action });
    }),
    vscode.commands.registerCommand('aiPatterns.turnRuleOff', (node: ExplorerNode | undefined) =>
      turn(node, 'off'),
    ),
    vscode.commands.registerCommand('aiPatterns.turnRuleOn', (node: ExplorerNode | undefined) =>
      turn(node, node?.is === 'rule' ? node.rule.severity : 'warning'),
    ),
  ];
}

async function turn(node: ExplorerNode | undefined, severity: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (node?.is === 'rule' && folder) await setRuleSeverity(folder.uri, node.rule.id, severity);
}
