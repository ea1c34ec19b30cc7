import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { LineIndex, expectationsOf, settingsFileName } from '../core';
import type { FileAnalysis, Finding, Range, Severity } from '../core';
import { parts } from '../parts';
import { projectOf } from './check-files';
import { collectFiles } from './collect-files';
import { readExpectations } from './expect-file';
import { UsageError } from './streams';
import type { Surroundings } from './streams';

/** One thing that is not as a case says. */
export interface CaseProblem {
  /** Relative to the folder of the cases. */
  readonly path: string;
  /** Zero-based. */
  readonly line: number | undefined;
  readonly message: string;
}

/** A case played: a file, or a folder whose files belong together. */
export interface CaseOutcome {
  readonly name: string;
  readonly problems: readonly CaseProblem[];
}

/** A finding that a case foretells, at its place in a file. */
export interface ExpectedFinding {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity | undefined;
  /** The lines that it may begin in; undefined where any will do. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
}

/** The file that says what files without comments of their own are to give. */
export const expectFileName = 'expect.yaml';

/** Plays every case of a folder: each file in it, and each folder in it as a workspace of its own. */
export async function playCases(
  named: string,
  today: string,
  surroundings: Surroundings,
): Promise<readonly CaseOutcome[]> {
  const folder = path.resolve(surroundings.cwd, named);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`There is no folder "${named}".`);
  const outcomes: CaseOutcome[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (name === expectFileName || name === settingsFileName || name.startsWith('.git')) continue;
    const isFolder = statSync(path.join(folder, name)).isDirectory();
    if (!isFolder && !parts.registry.formatOf(name)) continue;
    outcomes.push({ name, problems: await play(folder, name, isFolder, today, surroundings) });
  }
  if (outcomes.length === 0) throw new UsageError(`There is no file in "${named}" that a rule reads.`);
  return outcomes;
}

async function play(
  folder: string,
  name: string,
  isFolder: boolean,
  today: string,
  surroundings: Surroundings,
): Promise<CaseProblem[]> {
  const place = path.join(folder, name);
  const files = await collectFiles([place], isFolder ? place : undefined, folder);
  const options = {
    today,
    rules: 'recommended',
    noSuppressions: false,
    noConfig: false,
    noIgnore: true,
  } as const;
  const { project, errors } = await projectOf(files, options, surroundings);
  const problems: CaseProblem[] = errors.map((error) => ({ ...error, line: undefined }));
  const shown = (file: string): string => (isFolder ? `${name}/${file}` : file);
  const listed = readExpectations(path.join(isFolder ? place : folder, expectFileName));
  problems.push(
    ...listed.faults.map((message) => ({ path: shown(expectFileName), line: undefined, message })),
  );
  const expected = listed.expected.filter(({ path: file }) => isFolder || file === name);
  for (const file of [...project.paths()].filter((each) => path.basename(each) !== expectFileName)) {
    const analysis = project.file(file);
    if (!analysis) continue;
    const told = inComments(analysis);
    problems.push(...told.problems.map((problem) => ({ ...problem, path: shown(file) })));
    const all = [...told.expected, ...expected.filter((each) => each.path === file)];
    problems.push(
      ...differences(all, project.findingsOf(file)).map((each) => ({ ...each, path: shown(file) })),
    );
  }
  for (const { path: file } of expected) {
    if (!project.file(file))
      problems.push({ path: shown(file), line: undefined, message: 'There is no such file.' });
  }
  return problems;
}

function inComments(analysis: FileAnalysis): {
  expected: ExpectedFinding[];
  problems: Omit<CaseProblem, 'path'>[];
} {
  const expected: ExpectedFinding[] = [];
  const problems: Omit<CaseProblem, 'path'>[] = [];
  for (const { result, firstLine } of analysis.documents()) {
    const { text } = result.document;
    if (!text.includes('ai-patterns-expect')) continue;
    const lines = new LineIndex(text);
    const lineAt = (offset: number): number => lines.position(offset, firstLine).line;
    const { expectations, faults } = expectationsOf(result.document, analysis.format.comments(text));
    for (const { rule, severity, target } of expectations) {
      const place = { first: lineAt(target.start), last: lineAt(target.end) };
      expected.push({ path: analysis.path, rule, severity, lines: place });
    }
    for (const { span } of faults)
      problems.push({
        line: lineAt(span.start),
        message: 'Write "ai-patterns-expect: technology/rule" or "technology/rule severity".',
      });
  }
  return { expected, problems };
}

/** What was expected and not found, found and not expected, or found at another severity. */
function differences(
  expected: readonly ExpectedFinding[],
  findings: readonly Finding[],
): Omit<CaseProblem, 'path'>[] {
  const open = [...findings];
  const problems: Omit<CaseProblem, 'path'>[] = [];
  for (const { rule, severity, lines } of expected) {
    const line = lines?.first;
    if (!isRule(rule)) {
      problems.push({ line, message: `There is no rule "${rule}".` });
      continue;
    }
    const meant = (each: Finding): boolean => each.rule === rule && (!lines || isWithin(each.range, lines));
    const at = open.findIndex(
      (each) => meant(each) && (severity === undefined || each.severity === severity),
    );
    const other = at < 0 ? open.findIndex(meant) : at;
    const [found] = other < 0 ? [] : open.splice(other, 1);
    if (!found) problems.push({ line, message: `Expected ${rule}, which found nothing here.` });
    else if (at < 0)
      problems.push({ line, message: `Expected ${rule} as ${severity}, but it is ${found.severity}.` });
  }
  for (const { rule, severity, message, range } of open)
    problems.push({ line: range.start.line, message: `Not expected: ${rule} (${severity}): ${message}` });
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function isWithin(
  { start }: Range,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  return start.line >= first && start.line <= last;
}

function isRule(id: string): boolean {
  return parts.registry.rules.has(id) || parts.crossRules.some((rule) => rule.id === id);
}
