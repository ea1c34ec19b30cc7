import type { SyntaxNode } from '@lezer/common';
import type { ScalarNode, TreeNode } from '../../core/tree';
import { entryOf, listNode, mapNode, scalarNode } from '../node-builders';
import type { Bindings } from './bindings';
import { childrenOf } from './bindings';

const deepestValue = 12;

/** The value behind a variable is read with this many levels used up, so that chains of variables end. */
const variableCost = 4;

/** Reads names and literals of a file in the light of its bindings. */
export class ValueReader {
  private readonly constants = new Map<string, TreeNode>();

  constructor(
    private readonly source: string,
    private readonly bindings: Bindings,
  ) {}

  /** The dotted name that an expression stands for; `?` where it is none, `()` after what is called. */
  nameOf(node: SyntaxNode | null, depth = 0): string {
    if (!node || depth > deepestValue) return '?';
    if (node.name === 'VariableName') return this.rootName(this.text(node), depth);
    if (node.name === 'CallExpression') return `${this.nameOf(node.firstChild, depth + 1)}()`;
    if (node.name === 'AwaitExpression' || node.name === 'ParenthesizedExpression') {
      return this.nameOf(childrenOf(node)[1] ?? null, depth + 1);
    }
    if (node.name !== 'MemberExpression') return '?';
    const property = node.lastChild;
    const object = this.nameOf(node.firstChild, depth + 1);
    return property?.name === 'PropertyName' ? `${object}.${this.text(property)}` : `${object}[]`;
  }

  /** A name that an import binds means what was imported; one that a call is assigned to once means its result. */
  private rootName(name: string, depth: number): string {
    const imported = this.bindings.imported.get(name);
    if (imported !== undefined) return imported;
    const value = this.bindings.assigned.get(name);
    return value?.name === 'CallExpression' && depth < 4 ? this.nameOf(value, depth + 3) : name;
  }

  /** A literal as a tree; what is none is a scalar with a tag, so that no rule concludes from it. */
  valueOf(node: SyntaxNode, depth = 0): TreeNode {
    const span = { start: node.from, end: node.to };
    if (depth > deepestValue) return this.opaque(node, '!expression');
    switch (node.name) {
      case 'String':
        return this.string(node);
      case 'ContinuedString':
        return this.joinedString(node);
      case 'FormatString':
        return this.opaque(node, '!format');
      case 'Number':
      case 'Boolean':
      case 'None':
        return scalarNode(this.text(node), span);
      case 'UnaryExpression':
        return node.lastChild?.name === 'Number'
          ? scalarNode(this.text(node).replace(/\s/g, ''), span)
          : this.opaque(node, '!expression');
      case 'ParenthesizedExpression': {
        const inner = childrenOf(node)[1];
        return inner ? this.valueOf(inner, depth + 1) : this.opaque(node, '!expression');
      }
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return this.list(node, depth);
      case 'DictionaryExpression':
        return this.dictionary(node, depth);
      case 'VariableName':
        return this.variable(node, depth);
      case 'MemberExpression':
        if (/^\d[\d_]*\.$/.test(this.text(node))) return scalarNode(this.text(node), span);
        return { ...scalarNode(this.nameOf(node), span), tag: '!name' };
      case 'CallExpression':
        return { ...scalarNode(this.nameOf(node), span), tag: '!call' };
      default:
        return this.opaque(node, '!expression');
    }
  }

  /** A variable that is assigned a literal once in the file has that literal, by way of an alias. */
  private variable(node: SyntaxNode, depth: number): TreeNode {
    const name = this.text(node);
    const value = this.bindings.imported.has(name) ? undefined : this.bindings.assigned.get(name);
    const span = { start: node.from, end: node.to };
    if (value) {
      const target = this.constants.get(name) ?? this.valueOf(value, depth + variableCost);
      this.constants.set(name, target);
      const isLiteral = target.type !== 'scalar' || target.tag === undefined || target.tag === '!call';
      if (isLiteral && target.type !== 'alias') return { type: 'alias', name, span, target };
    }
    return { ...scalarNode(this.nameOf(node), span), tag: '!name' };
  }

  private list(node: SyntaxNode, depth: number): TreeNode {
    const items = childrenOf(node).filter((child) => !punctuation.has(child.name));
    if (items.some((child) => child.name === '*' || child.type.isError))
      return this.opaque(node, '!expression');
    return listNode(
      items.map((item) => this.valueOf(item, depth + 1)),
      { start: node.from, end: node.to },
      true,
    );
  }

  private dictionary(node: SyntaxNode, depth: number): TreeNode {
    const parts = childrenOf(node).filter((child) => !'{},'.includes(child.name));
    const entries = [];
    for (let index = 0; index < parts.length; index += 3) {
      const [key, colon, value] = parts.slice(index, index + 3);
      if (!key || colon?.name !== ':' || !value) return this.opaque(node, '!expression');
      const keyNode = this.valueOf(key, depth + 1);
      if (keyNode.type !== 'scalar' || keyNode.tag !== undefined) return this.opaque(node, '!expression');
      entries.push(entryOf(keyNode.text, this.valueOf(value, depth + 1), keyNode.span));
    }
    return mapNode(entries, { start: node.from, end: node.to }, true);
  }

  private string(node: SyntaxNode): ScalarNode {
    const written = this.text(node);
    const match = /^([A-Za-z]*)("""|'''|"|')/.exec(written);
    if (!match) return this.opaque(node, '!expression');
    const quote = match[2] ?? '"';
    const body = written.slice(match[0].length, written.endsWith(quote) ? -quote.length : undefined);
    const raw = /r/i.test(match[1] ?? '');
    const style = quote.startsWith("'") ? 'single' : 'double';
    return scalarNode(raw ? body : unescape(body), { start: node.from, end: node.to }, style);
  }

  private joinedString(node: SyntaxNode): ScalarNode {
    const parts = childrenOf(node);
    if (parts.some((part) => part.name !== 'String')) return this.opaque(node, '!format');
    const text = parts.map((part) => this.string(part).text).join('');
    return scalarNode(text, { start: node.from, end: node.to }, 'double');
  }

  private opaque(node: SyntaxNode, tag: string): ScalarNode {
    const text = this.source.slice(node.from, Math.min(node.to, node.from + 2000));
    return { ...scalarNode(text, { start: node.from, end: node.to }), tag };
  }

  private text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }
}

const punctuation = new Set(['[', ']', '(', ')', '{', '}', ',']);

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '0': '\0',
};

function unescape(body: string): string {
  if (!body.includes('\\')) return body;
  return body.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g,
    (whole, byte: string, unit: string, one: string) => {
      const code = byte || unit;
      return code ? String.fromCharCode(parseInt(code, 16)) : (escapes[one] ?? whole);
    },
  );
}
