import * as vscode from 'vscode';
import { safeEdits } from '../core';
import type { Finding, PlacedFix } from '../core';
import { explainCommand, suppressCommand } from './commands/names';
import { diagnosticSource, rangeOf } from './diagnostics';
import type { WorkspaceChecker } from './workspace-checker';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('aiPatterns');

/** Quick fixes of findings, "fix all safe problems", disabling for a line, and explanations. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(private readonly checker: WorkspaceChecker) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const findings = this.checker.findingsIn(document);
    const here = findings.filter((finding) => rangeOf(finding.range).intersection(range) !== undefined);
    const actions: vscode.CodeAction[] = [];
    if (wants(context, vscode.CodeActionKind.QuickFix)) {
      for (const finding of here) actions.push(...this.forFinding(document, finding, context));
    }
    const all = safeEdits(findings);
    if (all.count > 0 && (wants(context, fixAllKind) || here.length > 0)) {
      actions.push(fixAll(document, all, wants(context, fixAllKind) && context.only !== undefined));
    }
    return actions;
  }

  private forFinding(
    document: vscode.TextDocument,
    finding: Finding,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const diagnostics = context.diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
    const actions: vscode.CodeAction[] = [];
    if (finding.fix) actions.push(fixAction(document, finding.fix, diagnostics));
    const disable = new vscode.CodeAction(
      vscode.l10n.t('Disable {0} for this line…', finding.rule),
      vscode.CodeActionKind.QuickFix,
    );
    disable.diagnostics = diagnostics;
    disable.command = {
      command: suppressCommand,
      title: disable.title,
      arguments: [document.uri, finding.range.start.line, finding.rule],
    };
    const explain = new vscode.CodeAction(
      vscode.l10n.t('Explain {0}', finding.rule),
      vscode.CodeActionKind.QuickFix,
    );
    explain.diagnostics = diagnostics;
    explain.command = { command: explainCommand, title: explain.title, arguments: [finding.rule] };
    return [...actions, disable, explain];
  }
}

function wants({ only }: vscode.CodeActionContext, kind: vscode.CodeActionKind): boolean {
  return only === undefined || only.contains(kind) || kind.contains(only);
}

function isOf(diagnostic: vscode.Diagnostic, finding: Finding): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return (
    diagnostic.source === diagnosticSource &&
    code === finding.rule &&
    diagnostic.range.start.line === finding.range.start.line
  );
}

function fixAction(
  document: vscode.TextDocument,
  fix: PlacedFix,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document.uri, fix.edits);
  action.diagnostics = diagnostics;
  action.isPreferred = true;
  return action;
}

function fixAll(
  document: vscode.TextDocument,
  all: ReturnType<typeof safeEdits>,
  asSource: boolean,
): vscode.CodeAction {
  const title = vscode.l10n.t('Fix all safe problems in this file ({0})', all.count);
  const action = new vscode.CodeAction(title, asSource ? fixAllKind : vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document.uri, all.edits);
  return action;
}

/** Edits of one file as VS Code takes them. */
export function workspaceEdit(uri: vscode.Uri, edits: PlacedFix['edits']): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, text }) => vscode.TextEdit.replace(rangeOf(range), text)),
  );
  return edit;
}
