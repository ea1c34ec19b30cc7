import { severityIn } from '../environment';
import type { Environment } from '../environment';
import { formatMessage } from '../finding';
import type { Finding, PlacedFix, RawFinding } from '../finding';
import { LineIndex } from '../line-index';
import type { Fix } from '../rule';
import { configuredSeverity } from '../settings';
import type { Settings } from '../settings';
import type { Range, Span } from '../span';
import type { Suppression } from '../suppression';
import type { Slice } from '../text-slices';
import type { SubDocumentResult } from './analyse';

/** One sub-document with what is known of it; `stale` results are of an older text, shifted along. */
export interface Part {
  readonly slice: Slice;
  result: SubDocumentResult | undefined;
  stale: boolean;
  lines: LineIndex | undefined;
  placed: PlacedFindings | undefined;
}

/** What the places and severities of a part's findings follow from, beside its own text. */
export interface FileState {
  readonly path: string;
  readonly environment: Environment;
  readonly settings: Settings;
  /** Marks for the whole file; undefined where suppressions do not count. */
  readonly wholeFile: readonly Suppression[] | undefined;
}

interface PlacedFindings {
  readonly result: SubDocumentResult;
  readonly stale: boolean;
  readonly firstLine: number;
  readonly state: FileState;
  readonly findings: readonly Finding[];
}

/** A part of which nothing is known yet. */
export function newPart(slice: Slice): Part {
  return { slice, result: undefined, stale: false, lines: undefined, placed: undefined };
}

/** The findings of a part, placed in its file, in the order of the text; the same objects until something changes. */
export function placedFindings(part: Part, firstLine: number, state: FileState): readonly Finding[] {
  const { result, stale, placed } = part;
  if (!result || result.findings.length === 0) return [];
  if (
    placed?.result === result &&
    placed.stale === stale &&
    placed.firstLine === firstLine &&
    isSameState(placed.state, state)
  )
    return placed.findings;
  const findings = result.findings
    .flatMap((raw) => placeOne(part, firstLine, raw, state) ?? [])
    .sort(byPlace);
  part.placed = { result, stale, firstLine, state, findings };
  return findings;
}

/** The range in the file of a span of one of its parts. */
export function rangeOf(part: Part, firstLine: number, span: Span): Range {
  part.lines ??= new LineIndex(part.slice.text);
  return { start: part.lines.position(span.start, firstLine), end: part.lines.position(span.end, firstLine) };
}

function placeOne(part: Part, firstLine: number, raw: RawFinding, state: FileState): Finding | undefined {
  const { rule } = raw;
  const { path, environment, settings, wholeFile } = state;
  const severity = configuredSeverity(settings, rule, severityIn(environment, rule, raw.severity));
  if (severity === undefined) return undefined;
  if (wholeFile) {
    if (wholeFile.some((mark) => mark.silences(rule))) return undefined;
    if ((part.result?.suppressions ?? []).some((mark) => covers(mark, raw.span) && mark.silences(rule)))
      return undefined;
  }
  return {
    rule: rule.id,
    severity,
    certainty: rule.certainty,
    path,
    range: rangeOf(part, firstLine, raw.span),
    messageId: raw.messageId,
    data: raw.data,
    message: formatMessage(rule, raw.messageId, raw.data),
    fix: raw.fix && !part.stale ? placeFix(part, firstLine, raw.fix) : undefined,
    related: raw.related.map(({ message, span }) => ({
      message,
      path,
      range: rangeOf(part, firstLine, span),
    })),
  };
}

function placeFix(part: Part, firstLine: number, fix: Fix): PlacedFix {
  const edits = fix.edits.map(({ span, text }) => ({ range: rangeOf(part, firstLine, span), text }));
  return { title: fix.title, safety: fix.safety, edits };
}

function covers(mark: Suppression, span: Span): boolean {
  if (mark.scope !== 'span') return true;
  return span.start >= mark.start && span.start <= mark.end;
}

function isSameState(left: FileState, right: FileState): boolean {
  return (
    left === right ||
    (left.path === right.path &&
      left.environment === right.environment &&
      left.settings === right.settings &&
      isSameList(left.wholeFile ?? [], right.wholeFile ?? []))
  );
}

function isSameList<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function byPlace(a: Finding, b: Finding): number {
  const { start: first } = a.range;
  const { start: second } = b.range;
  return (
    first.line - second.line ||
    first.character - second.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
