import type * as Yaml from 'yaml';
import type { AliasNode, Entry, ScalarStyle, Span, SyntaxProblem, TreeNode } from '../../core';
import { deepestNesting } from './fast-road';
import { afterColon, afterDash, blockScalarSpan, isEmptyScalar } from './token-spans';

type YamlModule = typeof Yaml;

/** The tree of any text, with the places where it is no YAML. Never throws. */
export function readTolerant(
  yaml: YamlModule,
  text: string,
): { root: TreeNode | undefined; problems: SyntaxProblem[] } {
  if (isTooDeep(text)) {
    const problem = {
      message: `The text nests deeper than ${deepestNesting} levels.`,
      span: { start: 0, end: 1 },
    };
    return { root: undefined, problems: [problem] };
  }
  const documents = yaml.parseAllDocuments(text, {
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const [document] = Array.isArray(documents) ? documents : [];
  if (!document) return { root: undefined, problems: [] };
  const problems = document.errors.map((error) => ({
    message: error.message.split('\n')[0] ?? error.message,
    span: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
  }));
  const root = new Converter(yaml, text).convert(document.contents);
  return { root: isEmptyScalar(root) ? undefined : root, problems };
}

/** A cheap upper bound on nesting: brackets, and columns of indentation. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
  }
  return deepest > deepestNesting || /(?:^|\n)(?: *- ){150}/.test(text) || /(?:^|\n) {1200}\S/.test(text);
}

class Converter {
  private readonly anchors = new Map<string, TreeNode>();
  constructor(
    private readonly yaml: YamlModule,
    private readonly text: string,
  ) {}

  convert(node: unknown): TreeNode | undefined {
    const { yaml } = this;
    if (yaml.isAlias(node)) return this.alias(node);
    if (yaml.isScalar(node)) return this.remember(node.anchor, this.scalar(node));
    if (yaml.isMap(node)) return this.remember(node.anchor, this.map(node));
    if (yaml.isSeq(node)) return this.remember(node.anchor, this.list(node));
    return undefined;
  }

  private remember(anchor: string | undefined, node: TreeNode): TreeNode {
    if (anchor !== undefined) this.anchors.set(anchor, node);
    return node;
  }

  private alias(node: Yaml.Alias): AliasNode {
    const target = this.anchors.get(node.source);
    const [start, end] = node.range ?? [0, 0];
    return { type: 'alias', name: node.source, span: { start, end }, ...(target && { target }) };
  }

  private scalar(node: Yaml.Scalar): TreeNode {
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    const [start, end, nodeEnd] = node.range ?? [0, 0, 0];
    const span: Span =
      style === 'literal' || style === 'folded'
        ? this.block(start, nodeEnd)
        : { start, end: Math.min(end, this.text.length) };
    return {
      type: 'scalar',
      text: node.source ?? (typeof node.value === 'string' ? node.value : ''),
      style,
      span,
      ...this.properties(node, start),
    };
  }

  private block(start: number, end: number): Span {
    const newline = this.text.indexOf('\n', start);
    const from = newline < 0 ? end : newline + 1;
    return blockScalarSpan(this.text, from, end);
  }

  private map(node: Yaml.YAMLMap): TreeNode {
    const entries: Entry[] = [];
    for (const pair of node.items) {
      const key = this.convert(pair.key);
      const keySpan = key?.span ?? { start: node.range?.[0] ?? 0, end: node.range?.[0] ?? 0 };
      const value = placeEmpty(this.convert(pair.value), afterColon(this.text, keySpan.end));
      entries.push({ key: key?.type === 'scalar' ? key.text : '', keySpan, value });
    }
    const last = entries[entries.length - 1];
    return {
      type: 'map',
      entries,
      ...this.collection(node, entries[0]?.keySpan.start, last?.value.span.end),
    };
  }

  private list(node: Yaml.YAMLSeq): TreeNode {
    const items: TreeNode[] = [];
    let end = node.range?.[0] ?? 0;
    for (const item of node.items) {
      const placed = placeEmpty(this.convert(item), afterDash(this.text, end));
      items.push(placed);
      end = placed.span.end;
    }
    return { type: 'list', items, ...this.collection(node, undefined, items[items.length - 1]?.span.end) };
  }

  private collection(
    node: Yaml.YAMLMap | Yaml.YAMLSeq,
    first: number | undefined,
    lastEnd: number | undefined,
  ): { span: Span; flow: boolean; tag?: string; anchor?: string } {
    const [start, end] = node.range ?? [0, 0];
    const flow = node.flow === true;
    const from = flow ? start : (first ?? start);
    return {
      span: { start: from, end: flow ? end : (lastEnd ?? end) },
      flow,
      ...this.properties(node, start),
    };
  }

  private properties(
    node: { tag?: string; anchor?: string },
    start: number,
  ): { tag?: string; anchor?: string } {
    const written = node.tag === undefined ? undefined : this.writtenTag(start);
    return {
      ...(written !== undefined && { tag: written }),
      ...(node.anchor !== undefined && { anchor: node.anchor }),
    };
  }

  /** The tag as the text has it: it stands before the node on the same line, or on the line above. */
  private writtenTag(start: number): string | undefined {
    return /(![^\s,[\]{}&]*)\s*(?:&[^\s&]+\s*)?$/.exec(this.text.slice(Math.max(0, start - 200), start))?.[1];
  }
}

/** `yaml` puts an empty value anywhere up to the next token; ours stands after the colon. */
function placeEmpty(value: TreeNode | undefined, span: Span): TreeNode {
  if (value && !isEmptyScalar(value)) return value;
  return { type: 'scalar', text: '', style: 'plain', ...(value?.type === 'scalar' && value), span };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};
