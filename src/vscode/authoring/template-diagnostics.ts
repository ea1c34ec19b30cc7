import * as vscode from 'vscode';
import { checkTemplate } from '../../scaffold/load-template';
import type { SourceFile } from '../../scaffold/load-template';
import type { Problem } from '../../scaffold/result';
import { textOf } from '../../scaffold/text';

/** What is wrong with a template, by the path of its file. */
export function diagnosticsOf(
  files: readonly SourceFile[],
): ReadonlyMap<string, readonly vscode.Diagnostic[]> {
  const byPath = new Map<string, vscode.Diagnostic[]>();
  for (const problem of checkTemplate(files).problems) {
    const path = pathOf(problem, files);
    const of = byPath.get(path) ?? [];
    of.push(diagnosticOf(problem, path, files));
    byPath.set(path, of);
  }
  return byPath;
}

/** A problem of a file that is named below `files/` only, or of no file, is shown where the user can mend it. */
function pathOf({ path }: Problem, files: readonly SourceFile[]): string {
  const candidates = [path ?? '', `files/${path ?? ''}`];
  return candidates.find((each) => files.some((file) => file.path === each)) ?? 'template.yaml';
}

function diagnosticOf(problem: Problem, path: string, files: readonly SourceFile[]): vscode.Diagnostic {
  const text = textOf(files.find((file) => file.path === path)?.bytes ?? new Uint8Array()) ?? '';
  const message = problem.next === undefined ? problem.message : `${problem.message} ${problem.next}`;
  const diagnostic = new vscode.Diagnostic(rangeOf(problem, text), message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'AI Patterns';
  diagnostic.code = problem.code;
  return diagnostic;
}

/** The word at a place, or else the rest of its line; the question's name where the problem has no place but names one. */
function rangeOf({ line, column, message }: Problem, text: string): vscode.Range {
  const lines = text.split('\n');
  const named = /^The question "(\w+)"/.exec(message)?.[1];
  const at = named === undefined ? -1 : lines.findIndex((each) => isDefinition(each, named));
  if (named !== undefined && at >= 0) {
    const start = (lines[at] ?? '').indexOf(named, (lines[at] ?? '').indexOf('name:') + 5);
    return new vscode.Range(at, start, at, start + named.length);
  }
  const row = Math.max((line ?? 1) - 1, 0);
  const start = Math.max((column ?? 1) - 1, 0);
  const rest = (lines[row] ?? '').slice(start).trimEnd();
  const word = /^[\w'"-]+/.exec(rest)?.[0] ?? rest;
  return new vscode.Range(row, start, row, start + word.length);
}

function isDefinition(line: string, name: string): boolean {
  return new RegExp(`\\bname:\\s*['"]?${name}\\b`).test(line);
}
