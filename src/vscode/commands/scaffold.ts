import * as vscode from 'vscode';
import { Drafts } from '../scaffold/drafts';
import type { PlanSession } from '../scaffold/plan-session';
import { ScaffoldCommand } from '../scaffold/scaffold-command';
import type { ScaffoldStart } from '../scaffold/scaffold-command';
import type { TemplateStore } from '../../scaffold/template-store';
import { recoverAll } from '../scaffold/system-folder';
import type { DiskFactory } from '../scaffold/system-folder';
import type { WorkspaceChecker } from '../workspace-checker';

const patternCommands: Readonly<Record<string, string | undefined>> = {
  'aiPatterns.scaffoldComponent': undefined,
  'aiPatterns.scaffoldDataPipeline': 'data-pipeline',
  'aiPatterns.scaffoldTraining': 'training',
  'aiPatterns.scaffoldDeployment': 'deployment',
  'aiPatterns.scaffoldFeedbackLoop': 'feedback-loop',
  'aiPatterns.scaffoldSecurityCompliance': 'security-compliance',
};

/** All commands that make, apply, discard and undo plans. */
export function registerScaffoldCommands(
  context: vscode.ExtensionContext,
  diskFor: DiskFactory,
  log: vscode.LogOutputChannel,
  session: PlanSession,
  templates: TemplateStore,
  checker: WorkspaceChecker,
): vscode.Disposable[] {
  const drafts = new Drafts(context.workspaceState);
  const scaffold = new ScaffoldCommand({
    templates,
    drafts,
    session,
    diskFor,
    log,
    factsOf: async (root) => (await checker.homeOf(root)).project.facts.allFacts(),
  });
  const guarded = (task: () => Promise<void>) => async (): Promise<void> => {
    try {
      await task();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('This failed unexpectedly. The log of AI Patterns says more.'),
      );
    }
  };
  void recoverAll(diskFor, log).catch((error: unknown) => {
    log.error(String(error));
  });
  return [
    ...Object.entries(patternCommands).map(([command, pattern]) =>
      vscode.commands.registerCommand(command, (given: unknown) =>
        guarded(() => scaffold.run({ ...startFrom(given), ...(pattern !== undefined && { pattern }) }))(),
      ),
    ),
    vscode.commands.registerCommand(
      'aiPatterns.applyPlan',
      guarded(() => session.apply()),
    ),
    vscode.commands.registerCommand(
      'aiPatterns.discardPlan',
      guarded(() => session.discard()),
    ),
    vscode.commands.registerCommand(
      'aiPatterns.undoLastScaffold',
      guarded(async () => {
        const folders = vscode.workspace.workspaceFolders ?? [];
        const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
        if (folder) await session.undo(folder.uri, diskFor(folder.uri));
      }),
    ),
  ];
}

/** What a caller knows already: a folder from the Explorer, or a template with answers from a gap. */
function startFrom(given: unknown): ScaffoldStart {
  if (given instanceof vscode.Uri) return { folder: given };
  if (
    typeof given !== 'object' ||
    given === null ||
    !('template' in given) ||
    typeof given.template !== 'string'
  )
    return {};
  const answers =
    'answers' in given && typeof given.answers === 'object' && given.answers !== null ? given.answers : {};
  const texts = Object.entries(answers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { template: given.template, answers: Object.fromEntries(texts) };
}
