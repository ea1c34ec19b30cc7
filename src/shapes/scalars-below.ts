import type { NodeView } from '../core';

/** A text with its place. */
export interface PlacedText {
  readonly text: string;
  readonly span: NodeView['span'];
}

const deepest = 30;

/** All known texts at a place and below it, in order. */
export function* textsBelow(at: NodeView, depth = 0): Iterable<PlacedText> {
  if (depth > deepest) return;
  const text = at.text();
  if (text.is === 'known') yield { text: text.value, span: text.span };
  for (const child of [...at.entries(), ...at.items()]) yield* textsBelow(child, depth + 1);
}
