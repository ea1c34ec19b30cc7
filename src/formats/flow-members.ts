import type { Edit, Span } from '../core/span';
import { indentOf, isBlankBetween, lineBreakOf, lineEndOf, lineStartOf } from './source-lines';

/** Something in brackets whose members stand between commas: where it stands and how its language comments. */
export interface FlowContainer {
  readonly text: string;
  /** Brackets included. */
  readonly span: Span;
  readonly members: readonly Span[];
  /** Comments of one line or less that may stand between members. */
  readonly comments: RegExp;
}

/** Adds a member after the last one, on a line of its own where the others have theirs. */
export function addMember(container: FlowContainer, member: string): Edit[] | undefined {
  const { text, span, members } = container;
  const last = members[members.length - 1];
  if (!last) return addFirstMember(container, member);
  const isMultiLine = text.slice(span.start, last.start).includes('\n');
  const comma = commaAfter(container, last.end, span.end - 1);
  if (comma === 'unsure') return undefined;
  if (!isMultiLine) return [insertion(comma ?? last.end, comma === undefined ? `, ${member}` : ` ${member}`)];
  const lineEnd = lineEndOf(text, comma ?? last.end);
  if (lineEnd >= span.end)
    return [insertion(comma ?? last.end, comma === undefined ? `, ${member}` : ` ${member},`)];
  const line = `${lineBreakOf(text)}${indentOf(text, last.start)}${member}`;
  if (comma !== undefined) return [insertion(lineEnd, `${line},`)];
  if (!isBlankBetween(text, last.end, lineEnd)) return [insertion(last.end, ','), insertion(lineEnd, line)];
  return [insertion(last.end, `,${line}`)];
}

/** Takes a member out with its comma, and with its line where it stands alone on it. */
export function removeMember(container: FlowContainer, index: number): Edit[] | undefined {
  const { span, members } = container;
  const member = members[index];
  if (!member) return undefined;
  const next = members[index + 1];
  const before = members[index - 1];
  const comma = commaAfter(container, member.end, next?.start ?? span.end - 1);
  const gap = before ? commaAfter(container, before.end, member.start) : undefined;
  if (comma === 'unsure' || gap === 'unsure') return undefined;
  const end = comma ?? member.end;
  const whole = wholeMemberLines(container, { start: member.start, end });
  const cut = whole ?? inlineCut(container, index, end);
  if (!cut) return undefined;
  const dangling = before && gap !== undefined && comma === undefined && !next;
  if (!dangling || cut.start <= gap - 1) return [{ span: cut, text: '' }];
  return [
    { span: { start: gap - 1, end: gap }, text: '' },
    { span: cut, text: '' },
  ];
}

function addFirstMember({ text, span }: FlowContainer, member: string): Edit[] | undefined {
  const inside = { start: span.start + 1, end: span.end - 1 };
  if (inside.end < inside.start || !isBlankBetween(text, inside.start, inside.end)) return undefined;
  return [{ span: inside, text: inside.start === inside.end ? member : ` ${member} ` }];
}

/** The offset after the comma that follows; undefined where there is none. */
function commaAfter(container: FlowContainer, start: number, end: number): number | undefined | 'unsure' {
  const gap = container.text
    .slice(start, end)
    .replace(container.comments, (comment) => ' '.repeat(comment.length));
  const rest = gap.trim();
  if (rest === '') return undefined;
  return rest === ',' ? start + gap.indexOf(',') + 1 : 'unsure';
}

/** The lines of a member that shares them with nothing but a comment behind it. */
function wholeMemberLines({ text, comments }: FlowContainer, member: Span): Span | undefined {
  const start = lineStartOf(text, member.start);
  const lineEnd = lineEndOf(text, member.end);
  const behind = text.slice(member.end, lineEnd).replace(comments, '').trim();
  if (behind !== '' || !isBlankBetween(text, start, member.start)) return undefined;
  const next = text.indexOf('\n', lineEnd);
  return next < 0 ? undefined : { start, end: next + 1 };
}

function inlineCut({ text, members, span }: FlowContainer, index: number, end: number): Span | undefined {
  const member = members[index];
  const before = members[index - 1];
  const next = members[index + 1];
  if (!member) return undefined;
  if (next && isBlankBetween(text, end, next.start)) return { start: member.start, end: next.start };
  if (next) return undefined;
  if (!before) return isBlankBetween(text, end, span.end - 1) ? { start: member.start, end } : undefined;
  const between = text.slice(before.end, member.start);
  return /^\s*,\s*$/.test(between) ? { start: before.end, end: member.end } : undefined;
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
