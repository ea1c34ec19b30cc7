import * as vscode from 'vscode';
import { registerCheckCommands } from './commands/check-workspace';
import { registerExplainCommand } from './commands/explain-rule';
import { registerFixCommands } from './commands/fix-all';
import { registerSnippetCommands } from './commands/insert-snippet';
import { registerExplorerCommands } from './commands/explorer';
import { registerPatternPages } from './commands/pattern-pages';
import { PlanSession } from './scaffold/plan-session';
import { MapPanel } from './views/map-panel';
import { registerReportCommand } from './commands/export-report';
import { ExplorerView } from './views/explorer-view';
import { registerScaffoldCommands } from './commands/scaffold';
import { registerSuppressCommand } from './commands/suppress';
import { registerLanguageModelTools } from './tools/language-model-tools';
import { Authoring } from './authoring/authoring';
import { Conflicts } from './scaffold/conflicts';
import { OwnTemplates } from './scaffold/own-templates';
import { extensionTemplates } from './scaffold/system-folder';
import { CodeActions } from './code-actions';
import { DiagnosticsPublisher } from './diagnostics';
import { Hovers } from './hovers';
import { KeyCompletion, keySelector } from './lookup/key-completion';
import { packedKeys } from './lookup/key-files';
import { SupportHints } from './lookup/support-hints';
import { RulePages } from './rule-pages';
import { documentSelector } from './languages';
import { WorkspaceChecker } from './workspace-checker';
import type { DiskFactory } from './scaffold/system-folder';

/** What other extensions and our own tests may use. */
export interface Api {
  /** Resolves when all that was changed until now is checked, across files too. */
  settled(): Promise<void>;
  /** Milliseconds that activation took. */
  readonly activationMs: number;
}

/** Puts the parts together; all that is heavy waits for the first file that needs it. */
export function activate(context: vscode.ExtensionContext, diskFor: DiskFactory): Api {
  const startMs = performance.now();
  const log = vscode.window.createOutputChannel('AI Patterns', { log: true });
  const publisher = new DiagnosticsPublisher();
  const checker = new WorkspaceChecker(log, publisher);
  const own = new OwnTemplates(context.globalState, diskFor, log);
  const templates = extensionTemplates(context.extensionUri, own);
  const session = new PlanSession(log);
  const keys = packedKeys(context.extensionUri);
  const hints = new SupportHints(checker);
  context.subscriptions.push(
    log,
    publisher,
    checker,
    own,
    new RulePages(context.extensionUri),
    vscode.languages.registerCodeActionsProvider(
      documentSelector,
      new CodeActions(checker),
      CodeActions.metadata,
    ),
    vscode.languages.registerHoverProvider(documentSelector, new Hovers(checker, keys)),
    vscode.languages.registerCompletionItemProvider(
      keySelector,
      new KeyCompletion(checker, keys),
      ...KeyCompletion.triggers,
    ),
    hints,
    vscode.languages.registerInlayHintsProvider(documentSelector, hints),
    ...registerCheckCommands(checker),
    registerExplainCommand(),
    registerPatternPages(context.extensionUri),
    ...registerFixCommands(checker),
    registerSuppressCommand(),
    ...registerSnippetCommands(context, checker),
    session,
    new Conflicts(),
    new Authoring(diskFor, log),
    new MapPanel(checker),
    registerReportCommand(checker),
    new ExplorerView({ checker, templates, diskFor }),
    ...registerScaffoldCommands(context, diskFor, log, session, templates, checker),
    ...registerExplorerCommands(session, templates, diskFor),
    ...registerLanguageModelTools(checker, templates, diskFor),
  );
  checker.start();
  return { settled: () => checker.settled(), activationMs: performance.now() - startMs };
}
