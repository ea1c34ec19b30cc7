import type { MapNode } from '../../core/tree';
import { mapOf, scalarNode } from '../node-builders';
import { splitWords, unquote } from './docker-words';
import type { LogicalText } from './logical-text';

/** Names and values of ENV, ARG and LABEL, in the `name=value` form and the old form with a blank. */
export function readPairs(
  head: string,
  start: number,
  keyword: string,
  escape: string,
  logical: LogicalText,
): MapNode[] {
  const words = splitWords(head, start, escape);
  const [first] = words;
  if (!first) return [];
  const isOldForm = keyword !== 'ARG' && !head.slice(first.span.start, first.span.end).includes('=');
  if (!isOldForm) return words.map(({ span }) => pairOf(head, span.start, span.end, escape, logical));
  const name = scalarNode(first.text, logical.sourceSpan(first.span));
  const [second] = words.slice(1);
  if (!second) return [];
  const valueSpan = { start: second.span.start, end: head.trimEnd().length };
  const span = logical.sourceSpan(valueSpan);
  const value = scalarNode(unquote(head.slice(valueSpan.start, valueSpan.end), escape), span);
  return [mapOf({ name, value }, { start: name.span.start, end: span.end })];
}

function pairOf(head: string, start: number, end: number, escape: string, logical: LogicalText): MapNode {
  const source = head.slice(start, end);
  const equals = source.indexOf('=');
  const nameEnd = equals < 0 ? end : start + equals;
  const nameSpan = logical.sourceSpan({ start, end: nameEnd });
  const name = scalarNode(unquote(head.slice(start, nameEnd), escape), nameSpan);
  const span = logical.sourceSpan({ start, end });
  if (equals < 0) return mapOf({ name }, span);
  const value = scalarNode(
    unquote(source.slice(equals + 1), escape),
    logical.sourceSpan({ start: nameEnd + 1, end }),
  );
  return mapOf({ name, value }, span);
}
