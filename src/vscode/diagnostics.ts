import * as vscode from 'vscode';
import type { Finding, Range, Severity } from '../core';
import { explainCommand } from './commands/names';

/** Shown as the origin of our diagnostics. */
export const diagnosticSource = 'AI Patterns';

/** Publishes findings as diagnostics, and remembers which finding each came from. */
export class DiagnosticsPublisher implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ai-patterns');

  // A finding that did not change is the same object: its diagnostic is made once.
  private readonly made = new WeakMap<Finding, vscode.Diagnostic>();
  private readonly published = new Map<string, readonly Finding[]>();

  /** Publishes a file's findings, unless they are those that stand there. */
  publish(uri: vscode.Uri, findings: readonly Finding[], uriOf: (path: string) => vscode.Uri): void {
    const key = uri.toString();
    const before = this.published.get(key);
    if (before?.length === findings.length && findings.every((each, index) => each === before[index])) return;
    this.published.set(key, findings);
    this.collection.set(
      uri,
      findings.map((finding) => this.diagnosticOf(finding, uriOf)),
    );
  }

  /** How many findings of a file are shown. */
  countOf(uri: vscode.Uri): number {
    return this.published.get(uri.toString())?.length ?? 0;
  }

  clear(uri: vscode.Uri): void {
    this.published.delete(uri.toString());
    this.collection.delete(uri);
  }

  dispose(): void {
    this.published.clear();
    this.collection.dispose();
  }

  private diagnosticOf(finding: Finding, uriOf: (path: string) => vscode.Uri): vscode.Diagnostic {
    const known = this.made.get(finding);
    if (known) return known;
    const diagnostic = diagnosticOf(finding, uriOf);
    this.made.set(finding, diagnostic);
    return diagnostic;
  }
}

/** A range of ours as VS Code's. */
export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function diagnosticOf(finding: Finding, uriOf: (path: string) => vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    visible(finding.range),
    finding.message,
    severities[finding.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: explainUri(finding.rule) };
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(
      ({ path, range, message }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(uriOf(path), rangeOf(range)), message),
    );
  }
  return diagnostic;
}

/** A link that opens a rule's page in the editor. */
export function explainUri(rule: string): vscode.Uri {
  return vscode.Uri.parse(`command:${explainCommand}?${encodeURIComponent(JSON.stringify([rule]))}`);
}

/** An empty range shows no squiggle; one character does. */
function visible(range: Range): vscode.Range {
  const whole = rangeOf(range);
  return whole.isEmpty ? whole.with(undefined, whole.end.translate(0, 1)) : whole;
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};
