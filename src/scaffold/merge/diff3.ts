import { diffArrays } from 'diff';
import { linesOf } from '../text';

/** Names for the three sides in conflict markers. */
export interface Sides {
  readonly mine: string;
  readonly base: string;
  readonly theirs: string;
}

/** A merged text; where it has conflicts, they stand in it between ordinary markers. */
export interface Merged {
  readonly text: string;
  readonly conflicts: number;
}

/** A run of base lines that one side replaced by other lines; all ends are exclusive. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Merges two changes of one text line by line; changes that touch each other are a conflict, as in git. */
export function mergeText(base: string, mine: string, theirs: string, sides: Sides): Merged {
  if (mine === theirs || base === theirs) return { text: mine, conflicts: 0 };
  if (base === mine) return { text: theirs, conflicts: 0 };
  const ending = usesCrlf(mine) ? '\r\n' : '\n';
  const [baseLines, mineLines, theirLines] = [base, mine, theirs].map((text) =>
    linesOf(withEnding(text, ending)),
  );
  return mergeLines(baseLines ?? [], mineLines ?? [], theirLines ?? [], sides, ending);
}

/** Whether a text still has conflict markers that someone has to resolve. */
export function hasConflictMarkers(text: string): boolean {
  return /^<{7} /m.test(text) && /^={7}\r?$/m.test(text) && /^>{7} /m.test(text);
}

/** A conflict of a whole file that has no common base: everything of both sides, between markers. */
export function markWhole(mine: string, theirs: string, sides: Sides): string {
  return mergeLines([], linesOf(mine), linesOf(theirs), sides, usesCrlf(mine) ? '\r\n' : '\n').text;
}

/** Whether two texts are the same but for the kind of their line breaks. */
export function isSameText(left: string, right: string): boolean {
  return left === right || left.replaceAll('\r\n', '\n') === right.replaceAll('\r\n', '\n');
}

function usesCrlf(text: string): boolean {
  return text.includes('\r\n') && !/(?:^|[^\r])\n/.test(text);
}

/** Gives a text Windows line breaks where the user's file has nothing else; else it stays as it is. */
function withEnding(text: string, ending: string): string {
  return ending === '\n' ? text : text.replace(/\r?\n/g, ending);
}

function mergeLines(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  sides: Sides,
  ending: string,
): Merged {
  const mineHunks = hunksOf(base, mine);
  const theirHunks = hunksOf(base, theirs);
  const out: string[] = [];
  let conflicts = 0;
  let at = 0;
  while (mineHunks.length > 0 || theirHunks.length > 0) {
    const group = takeGroup(mineHunks, theirHunks);
    out.push(...base.slice(at, group.start));
    at = group.end;
    const original = base.slice(group.start, group.end);
    const left = replay(base, group.start, group.end, group.mine);
    const right = replay(base, group.start, group.end, group.theirs);
    if (group.theirs.length === 0 || isSame(left, right)) out.push(...left);
    else if (group.mine.length === 0) out.push(...right);
    else {
      conflicts++;
      out.push(...marked(left, original, right, sides, ending));
    }
  }
  out.push(...base.slice(at));
  return { text: out.join(''), conflicts };
}

function hunksOf(base: readonly string[], side: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { start: number; end: number; lines: string[] } | undefined;
  for (const change of diffArrays([...base], [...side])) {
    if (!change.added && !change.removed) {
      at += change.value.length;
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = { start: at, end: at, lines: [] };
      hunks.push(open);
    }
    if (change.added) open.lines.push(...change.value);
    else open.end = at += change.value.length;
  }
  return hunks;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly mine: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/** Takes the next hunks of both sides that overlap or touch. */
function takeGroup(mineHunks: Hunk[], theirHunks: Hunk[]): Group {
  const start = Math.min(mineHunks[0]?.start ?? Infinity, theirHunks[0]?.start ?? Infinity);
  let end = start;
  const mine: Hunk[] = [];
  const theirs: Hunk[] = [];
  for (let grows = true; grows;) {
    grows = false;
    for (const [queue, taken] of [
      [mineHunks, mine],
      [theirHunks, theirs],
    ] as const) {
      const next = queue[0];
      if (next === undefined || next.start > end) continue;
      queue.shift();
      taken.push(next);
      end = Math.max(end, next.end);
      grows = true;
    }
  }
  return { start, end, mine, theirs };
}

function replay(
  base: readonly string[],
  start: number,
  end: number,
  hunks: readonly Hunk[],
): readonly string[] {
  const out: string[] = [];
  let at = start;
  for (const hunk of hunks) {
    out.push(...base.slice(at, hunk.start), ...hunk.lines);
    at = hunk.end;
  }
  return [...out, ...base.slice(at, end)];
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

function marked(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
  sides: Sides,
  ending: string,
): readonly string[] {
  const whole = (lines: readonly string[]) =>
    lines.map((line) => (line.endsWith('\n') ? line : line + ending));
  const markers = [`<<<<<<< ${sides.mine}`, `||||||| ${sides.base}`, '=======', `>>>>>>> ${sides.theirs}`];
  const [first = '', second = '', third = '', last = ''] = markers.map((marker) => marker + ending);
  return [first, ...whole(mine), second, ...whole(base), third, ...whole(theirs), last];
}
