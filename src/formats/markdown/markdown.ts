import type { Comment, DocumentModel, Format } from '../../core/document';
import type { MapNode } from '../../core/tree';
import { entryOf, listNode, mapNode, scalarNode } from '../node-builders';
import { lineEndOf } from '../source-lines';
import { yamlFormat } from '../yaml/yaml';
import { frontMatter } from './front-matter';
import type { FrontMatter } from './front-matter';
import { markdownEdits } from './markdown-edits';

/** Markdown: its front matter as a tree, and its headings. The text between them is not read. */
export const markdownFormat: Format = {
  id: 'markdown',
  fileNames: [/\.md$/i, /\.markdown$/i],
  languages: ['markdown'],
  multiDocument: false,
  edits: markdownEdits,
  commentMark: '#',
  comments(text): Comment[] {
    const front = frontMatter(text);
    return front ? yamlFormat.comments(front.yaml) : [];
  },
  load: () => yamlFormat.load(),
  parse(text) {
    const front = frontMatter(text);
    const document = front && yamlFormat.parse(front.yaml);
    return front && !document ? undefined : model(text, front, document);
  },
  parseTolerant(text) {
    const front = frontMatter(text);
    return model(text, front, front && yamlFormat.parseTolerant(front.yaml));
  },
};

function model(text: string, front: FrontMatter | undefined, yaml: DocumentModel | undefined): DocumentModel {
  const headings = headingsOf(text, front?.span.end ?? 0);
  const whole = { start: 0, end: text.length };
  const root = mapNode(
    [
      ...(front && yaml?.root
        ? [entryOf('frontMatter', yaml.root, { ...front.span, end: front.span.start + 3 })]
        : []),
      ...(headings.length > 0 ? [entryOf('headings', listNode(headings, whole))] : []),
    ],
    whole,
  );
  return {
    format: 'markdown',
    text,
    root: root.entries.length > 0 ? root : undefined,
    problems: yaml?.problems ?? [],
    templated: yaml?.templated ?? false,
    masked: yaml?.masked ?? [],
  };
}

/** Headings with `#`, those in code blocks left out. */
function headingsOf(text: string, start: number): MapNode[] {
  const headings: MapNode[] = [];
  let fence: string | undefined;
  for (let line = start; line < text.length;) {
    const end = lineEndOf(text, line);
    const content = text.slice(line, Math.min(end, line + 1000));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && content.trim() === mark) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else {
      const match = /^ {0,3}(#{1,6})[^\S\n]+(\S.*)$/.exec(content);
      if (match) headings.push(heading(content, line, match[1] ?? '', match[2] ?? ''));
    }
    const next = text.indexOf('\n', end);
    line = next < 0 ? text.length : next + 1;
  }
  return headings;
}

function heading(line: string, start: number, marks: string, rest: string): MapNode {
  const text = rest.replace(/(?:^|\s+)#+\s*$/, '').trimEnd();
  const at = start + line.length - rest.length;
  const markStart = start + line.indexOf('#');
  const level = scalarNode(String(marks.length), { start: markStart, end: markStart + marks.length });
  const span = { start: at, end: at + text.length };
  return mapNode([entryOf('level', level), entryOf('text', scalarNode(text, span))], {
    start: markStart,
    end: span.end,
  });
}
