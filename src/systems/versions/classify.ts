import type { IsoDate } from '../../core';
import type { ReleaseFacts, ReleaseLine } from './release-facts';
import { compareVersions, lineOf, readVersion } from './version-numbers';
import type { VersionNumbers } from './version-numbers';

/** What the facts say of a version on a day. */
export type VersionStatus = (
  | { readonly is: 'unknown-version' }
  /** Newer than anything in facts that are old themselves. */
  | { readonly is: 'facts-stale' }
  | { readonly is: 'never-existed'; readonly note: string; readonly nearest: string | undefined }
  | { readonly is: 'end-of-life'; readonly ended: string; readonly nearest: string | undefined }
  | { readonly is: 'newer-exists'; readonly newest: string }
  | { readonly is: 'ok' }
) & {
  readonly line: string | undefined;
  /** Whether the facts are older than a year. */
  readonly isStale: boolean;
};

type Verdict = VersionStatus extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'line' | 'isStale'>
    : never
  : never;

/** Looks a version up in the facts, as of a day. */
export function classifyIn(facts: ReleaseFacts, version: string, today: IsoDate): VersionStatus {
  const read = readVersion(version);
  const isStale = areStale(facts, today);
  if (!read) return { is: 'unknown-version', line: undefined, isStale };
  return { ...judge(facts, read, today, isStale), line: lineOf(read), isStale };
}

/** Whether the facts were looked up more than a year before the day. */
export function areStale({ checked }: ReleaseFacts, today: IsoDate): boolean {
  return daysBetween(checked, today) > 365;
}

/**
 * The oldest line with support that is not older; else the newest with support. Where `precise`, its newest release, or
 * nothing where that is not known: a line such as 3.11 is no release that can be asked for.
 */
export function nearestSupported(
  { lines }: ReleaseFacts,
  version: string,
  today: IsoDate,
  precise = true,
): string | undefined {
  const supported = lines.filter((line) => !isOver(line, today, 0) && (line.released ?? '') <= today);
  const next = supported.find((line) => compareVersions(line.version, version) >= 0);
  const chosen = next ?? supported[supported.length - 1];
  if (!precise || chosen === undefined) return chosen?.version;
  return chosen.latest ?? (chosen.version.split('.').length > 2 ? chosen.version : undefined);
}

function judge(facts: ReleaseFacts, read: VersionNumbers, today: IsoDate, isStale: boolean): Verdict {
  const line = lineOf(read);
  const nearest = nearestSupported(facts, line, today, read.numbers.length > 2);
  const invented = facts.neverExisted?.find((each) => each.version === line);
  const newest = facts.lines[facts.lines.length - 1];
  const oldest = facts.lines[0];
  if (!newest || !oldest) return { is: 'unknown-version' };
  if (invented && (!isStale || compareVersions(line, newest.version) < 0)) {
    return { is: 'never-existed', note: invented.note, nearest: invented.instead ?? nearest };
  }
  if (compareVersions(line, newest.version) > 0) return { is: isStale ? 'facts-stale' : 'unknown-version' };
  const known = facts.lines.find((each) => each.version === line);
  if (!known) return judgeUnlisted(facts, line, oldest, nearest, today);
  if (isBeyond(facts, known, read)) {
    const note = `The newest of ${line} is ${known.latest ?? line}`;
    return { is: 'never-existed', note, nearest: isOver(known, today, 0) ? nearest : known.latest };
  }
  if (isOver(known, today, facts.graceDays ?? 0) && known.ended !== undefined)
    return { is: 'end-of-life', ended: known.ended, nearest };
  const best = newest.latest ?? newest.version;
  return compareVersions(newest.version, line) > 0 ? { is: 'newer-exists', newest: best } : { is: 'ok' };
}

/** A line between listed ones was never released; one before them all is older than what has ended already. */
function judgeUnlisted(
  facts: ReleaseFacts,
  line: string,
  oldest: ReleaseLine,
  nearest: string | undefined,
  today: IsoDate,
): Verdict {
  if (compareVersions(line, oldest.version) < 0) {
    const isEnded = oldest.ended !== undefined && isOver(oldest, today, facts.graceDays ?? 0);
    return isEnded && facts.complete !== false
      ? { is: 'end-of-life', ended: oldest.ended, nearest }
      : { is: 'unknown-version' };
  }
  if (facts.complete === false) return { is: 'unknown-version' };
  const before = facts.lines.findLast((each) => compareVersions(each.version, line) < 0);
  const after = facts.lines.find((each) => compareVersions(each.version, line) > 0);
  return {
    is: 'never-existed',
    note: `${before?.version ?? ''} was followed by ${after?.version ?? ''}`,
    nearest,
  };
}

/** A number above the newest of a line that gets no more releases. */
function isBeyond(facts: ReleaseFacts, line: ReleaseLine, { text, numbers }: VersionNumbers): boolean {
  if (facts.patchesKnown !== true || line.latest === undefined || numbers.length < 3) return false;
  if (compareVersions(text, line.latest) <= 0) return false;
  const isEnded = line.ended !== undefined && line.ended <= facts.checked;
  const isQuiet = line.latestReleased !== undefined && daysBetween(line.latestReleased, facts.checked) > 365;
  return isEnded || (isQuiet && line !== facts.lines[facts.lines.length - 1]);
}

function isOver({ ended }: ReleaseLine, today: IsoDate, graceDays: number): boolean {
  return ended !== undefined && daysBetween(ended, today) >= graceDays;
}

/** Days from one day to another; a month counts from its first day. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(fullDate(to)) - Date.parse(fullDate(from))) / 86_400_000;
}

function fullDate(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}
