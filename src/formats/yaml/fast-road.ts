import { EVENT_ID, SCALAR_STYLE, YAMLException, getScalarValue, parseEvents } from 'js-yaml';
import type { Event, ScalarEvent } from 'js-yaml';
import type { AliasNode, Entry, ScalarStyle, Span, TreeNode } from '../../core';
import { afterColon, afterDash, blockScalarSpan, flowEnd, isEmptyScalar } from './token-spans';

/** Nesting beyond this is not a configuration file; both roads refuse it. */
export const deepestNesting = 150;

interface Frame {
  readonly type: 'map' | 'list';
  readonly start: number;
  readonly flow: boolean;
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
  readonly entries: Entry[];
  readonly items: TreeNode[];
  key: { text: string; span: Span } | undefined;
  lastEnd: number;
}

/**
 * The tree of valid YAML, from the parser's events; undefined where the text is broken, so that the tolerant road
 * has to read it. Of several documents in one text the first counts.
 */
export function readFast(text: string): { root: TreeNode | undefined } | undefined {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: deepestNesting });
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
  const root = new TreeBuilder(text).build(events);
  return { root: isEmptyScalar(root) ? undefined : root };
}

class TreeBuilder {
  private readonly anchors = new Map<string, TreeNode>();
  private readonly stack: Frame[] = [];
  private root: TreeNode | undefined;
  private documents = 0;

  constructor(private readonly text: string) {}

  build(events: readonly Event[]): TreeNode | undefined {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          if (++this.documents > 1) return this.root;
          break;
        case EVENT_ID.SCALAR:
          this.add(this.scalar(event), event.anchorStart, event.anchorEnd);
          break;
        case EVENT_ID.ALIAS:
          this.add(this.alias(event.anchorStart, event.anchorEnd), -1, -1);
          break;
        case EVENT_ID.POP:
          this.close();
          break;
        default:
          this.open(event);
      }
    }
    return this.root;
  }

  private open(event: Extract<Event, { start: number }>): void {
    this.stack.push({
      type: event.type === EVENT_ID.MAPPING ? 'map' : 'list',
      start: event.start,
      flow: event.style === 2,
      tag: this.slice(event.tagStart, event.tagEnd),
      anchor: this.slice(event.anchorStart, event.anchorEnd),
      entries: [],
      items: [],
      key: undefined,
      lastEnd: event.start,
    });
  }

  private close(): void {
    const frame = this.stack.pop();
    if (!frame) return;
    const close = frame.type === 'map' ? '}' : ']';
    const end = frame.flow
      ? flowEnd(this.text, Math.max(frame.lastEnd, frame.start + 1), close)
      : frame.lastEnd;
    const rest = {
      span: { start: frame.start, end },
      flow: frame.flow,
      ...(frame.tag !== undefined && { tag: frame.tag }),
      ...(frame.anchor !== undefined && { anchor: frame.anchor }),
    };
    const node: TreeNode =
      frame.type === 'map'
        ? { type: 'map', entries: frame.entries, ...rest }
        : { type: 'list', items: frame.items, ...rest };
    // An anchor counts from here on: an alias inside its own collection dangles, so no tree is cyclic.
    if (frame.anchor !== undefined) this.anchors.set(frame.anchor, node);
    this.place(node);
  }

  private add(node: TreeNode, anchorStart: number, anchorEnd: number): void {
    const anchor = this.slice(anchorStart, anchorEnd);
    if (anchor !== undefined) this.anchors.set(anchor, node);
    this.place(node);
  }

  private place(node: TreeNode): void {
    const frame = this.stack[this.stack.length - 1];
    if (!frame) {
      this.root ??= node;
      return;
    }
    frame.lastEnd = Math.max(frame.lastEnd, node.span.end);
    if (frame.type === 'list') {
      frame.items.push(node);
    } else if (frame.key === undefined) {
      frame.key = { text: node.type === 'scalar' ? node.text : '', span: node.span };
    } else {
      frame.entries.push({ key: frame.key.text, keySpan: frame.key.span, value: node });
      frame.key = undefined;
    }
  }

  private scalar(event: ScalarEvent): TreeNode {
    const style = styles[event.style] ?? 'plain';
    const text = event.fast ? this.text.slice(event.valueStart, event.valueEnd) : this.decoded(event);
    return {
      type: 'scalar',
      text,
      style,
      span: this.scalarSpan(event, style),
      ...(event.tagStart >= 0 && { tag: this.text.slice(event.tagStart, event.tagEnd) }),
      ...(event.anchorStart >= 0 && { anchor: this.text.slice(event.anchorStart, event.anchorEnd) }),
    };
  }

  private decoded(event: ScalarEvent): string {
    return event.valueStart < 0 ? '' : getScalarValue(this.text, event);
  }

  private scalarSpan(event: ScalarEvent, style: ScalarStyle): Span {
    if (event.valueStart < 0) return this.emptySpan();
    if (style === 'single' || style === 'double')
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    if (style === 'plain') return { start: event.valueStart, end: event.valueEnd };
    return blockScalarSpan(this.text, event.valueStart, event.valueEnd);
  }

  /** An empty value stands right after its key's colon, or after the dash of its list item. */
  private emptySpan(): Span {
    const frame = this.stack[this.stack.length - 1];
    if (frame?.key) return afterColon(this.text, frame.key.span.end);
    return afterDash(this.text, frame ? frame.lastEnd : 0);
  }

  private alias(start: number, end: number): AliasNode {
    const name = this.text.slice(start, end);
    const target = this.anchors.get(name);
    return { type: 'alias', name, span: { start: start - 1, end }, ...(target && { target }) };
  }

  private slice(start: number, end: number): string | undefined {
    return start < 0 ? undefined : this.text.slice(start, end);
  }
}

const styles: Readonly<Record<number, ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};
