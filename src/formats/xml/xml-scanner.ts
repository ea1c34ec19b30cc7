import type { Comment, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';
import type { Entry, MapNode } from '../../core/tree';
import { mapNode, scalarNode } from '../node-builders';

/** What a text of XML says: elements as entries of maps, or as scalars where they hold text alone. */
export interface XmlReading {
  readonly root: MapNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: Comment[];
}

/** One element that is still open. */
interface Open {
  readonly name: string;
  readonly nameSpan: Span;
  readonly entries: Entry[];
  /** Where its content begins. */
  readonly start: number;
  /** Whether text, and only text, stands in it. */
  hasMarkup: boolean;
}

// Comments, CDATA, instructions and declarations first, since tags may stand in them.
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![A-Z][^>]*>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?(\/?)>/g;

/** Reads XML by its tags; what is not closed is a problem, and everything before it is still read. */
export function readXml(text: string): XmlReading {
  const reader = new Reader(text);
  for (const match of text.matchAll(piece)) reader.take(match);
  return reader.finish();
}

class Reader {
  private readonly top: Entry[] = [];
  private readonly open: Open[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly comments: Comment[] = [];

  constructor(private readonly text: string) {}

  take(match: RegExpExecArray): void {
    const [whole, slash = '', name, closed = ''] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (name === undefined) {
      if (whole.startsWith('<!--')) this.comments.push({ text: whole, span });
      const current = this.open[this.open.length - 1];
      if (current) current.hasMarkup = true;
      return;
    }
    if (slash !== '') this.close(name, span);
    else this.begin(name, span, closed !== '');
  }

  finish(): XmlReading {
    for (const { name, nameSpan } of this.open)
      this.problems.push({ message: `<${name}> is not closed.`, span: nameSpan });
    while (this.open.length > 0) this.end(this.text.length);
    const span = { start: 0, end: this.text.length };
    const root = this.top.length > 0 ? mapNode(this.top, span) : undefined;
    return { root, problems: this.problems, comments: this.comments };
  }

  private begin(name: string, span: Span, isEmpty: boolean): void {
    const nameSpan = { start: span.start + 1, end: span.start + 1 + name.length };
    const parent = this.open[this.open.length - 1];
    if (parent) parent.hasMarkup = true;
    this.open.push({ name, nameSpan, entries: [], start: span.end, hasMarkup: false });
    if (isEmpty) this.end(span.end);
  }

  private close(name: string, span: Span): void {
    const depth = this.open.findLastIndex((each) => each.name === name);
    if (depth < 0) {
      this.problems.push({ message: `</${name}> closes nothing.`, span });
      return;
    }
    for (const { name: inner, nameSpan } of this.open.slice(depth + 1))
      this.problems.push({ message: `<${inner}> is not closed.`, span: nameSpan });
    while (this.open.length > depth) this.end(span.start);
  }

  private end(at: number): void {
    const done = this.open.pop();
    if (!done) return;
    const parent = this.open[this.open.length - 1]?.entries ?? this.top;
    parent.push({ key: done.name, keySpan: done.nameSpan, value: this.valueOf(done, at) });
  }

  /** An element with others in it is a map; one with text alone is that text, without the blanks around it. */
  private valueOf({ entries, start, hasMarkup }: Open, end: number): Entry['value'] {
    if (entries.length > 0) return mapNode(entries, { start, end });
    const content = this.text.slice(start, end);
    if (hasMarkup) return { ...scalarNode('', { start, end }), tag: '!mixed' };
    const lead = content.length - content.trimStart().length;
    const written = content.trim();
    return scalarNode(decoded(written), { start: start + lead, end: start + lead + written.length });
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);
}
