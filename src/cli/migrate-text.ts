import path from 'node:path';
import {
  LineIndex,
  applyPlacedEdits,
  compatibleEdits,
  idsInComments,
  idsInSettings,
  renamedRules,
  settingsFileName,
} from '../core';
import type { FileAnalysis, Finding, PlacedEdit, Project } from '../core';
import { parts } from '../parts';

/** A file in today's spelling. */
export interface MigratedText {
  readonly before: string;
  readonly after: string;
  /** What is spelled in an old way and has to be rewritten by hand. */
  readonly left: readonly Finding[];
}

// Fixes that touch each other are done one after the other; no file needs as many rounds.
const mostRounds = 20;

/** Does the fixes of all rules that tell of old spellings, and writes today's names of our own rules. */
export function migrateText(project: Project, file: string): MigratedText | undefined {
  let analysis = project.file(file);
  if (!analysis) return undefined;
  const before = analysis.text();
  let after = before;
  for (let round = 0; round < mostRounds; round++) {
    const names = ownNames(analysis);
    const fixes = oldSpellings(project, file).flatMap(({ fix }) => fix ?? []);
    const edits = names.length > 0 ? names : compatibleEdits(fixes).edits;
    if (edits.length === 0) break;
    after = applyPlacedEdits(after, edits);
    analysis = project.setFile(file, after, analysis.format);
  }
  return { before, after, left: oldSpellings(project, file) };
}

function oldSpellings(project: Project, file: string): Finding[] {
  return project.findingsOf(file).filter(({ rule }) => parts.registry.rules.get(rule)?.migration === true);
}

function ownNames(analysis: FileAnalysis): PlacedEdit[] {
  const { path: file, format } = analysis;
  const renamed = renamedRules([...parts.registry.rules.values(), ...parts.crossRules]);
  return analysis.documents().flatMap(({ result: { document }, firstLine }) => {
    const lines = new LineIndex(document.text);
    const isSettings = path.posix.basename(file) === settingsFileName;
    const edits = [
      ...idsInComments(document, format, renamed),
      ...(isSettings ? idsInSettings(document, format, renamed) : []),
    ];
    return edits.map(({ span, text }) => ({
      range: { start: lines.position(span.start, firstLine), end: lines.position(span.end, firstLine) },
      text,
    }));
  });
}
