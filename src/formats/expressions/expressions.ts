import { ExpressionParser } from './expression-parser';
import type { Expression } from './expression-parser';

/** One `${{ … }}` in a text. */
export interface ExpressionPlace {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly body: string;
}

/** A value that an expression reads, such as `github.event.issue.title`; `*` stands for an index that is computed. */
export type ReadPath = readonly string[];

/** A call of a function in an expression; the name is in lower case. */
export interface ExpressionCall {
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** What an expression says. */
export type ReadExpression =
  | {
      readonly is: 'read';
      readonly root: Expression;
      readonly paths: readonly ReadPath[];
      readonly calls: readonly ExpressionCall[];
    }
  | { readonly is: 'broken'; readonly problem: string };

/** All expressions of a text; a string in one may hold `}}`. One that never ends is left out. */
export function findExpressions(text: string): ExpressionPlace[] {
  const found: ExpressionPlace[] = [];
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', start + 3)) {
    const bodyEnd = endOfBody(text, start + 3);
    if (bodyEnd === undefined) break;
    found.push({ start, end: bodyEnd + 2, body: text.slice(start + 3, bodyEnd) });
  }
  return found;
}

function endOfBody(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', at)) return at;
  }
  return undefined;
}

/** Reads one expression, without its braces. */
export function readExpression(body: string): ReadExpression {
  try {
    const root = new ExpressionParser(body).parse();
    const paths: ReadPath[] = [];
    const calls: ExpressionCall[] = [];
    collect(root, paths, calls);
    return { is: 'read', root, paths, calls };
  } catch (error) {
    return { is: 'broken', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The parts of an expression that stand right in it. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'literal':
    case 'context':
      return [];
    case 'index':
      return expression.key ? [expression.of, expression.key] : [expression.of];
    case 'call':
      return expression.arguments;
    case 'logical':
    case 'operation':
      return expression.parts;
    default:
      return expression satisfies never;
  }
}

/** The text of a literal; undefined for anything else. */
export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.is === 'literal' ? expression.text : undefined;
}

function collect(expression: Expression, paths: ReadPath[], calls: ExpressionCall[]): void {
  const path = pathOf(expression);
  if (path) paths.push(path);
  if (expression.is === 'call') calls.push({ name: expression.name, arguments: expression.arguments });
  for (const part of path ? keysOf(expression) : partsOf(expression)) collect(part, paths, calls);
}

/** The computed keys along a path: they may read values of their own. */
function keysOf(expression: Expression): readonly Expression[] {
  if (expression.is !== 'index') return [];
  const own = expression.key && expression.key.is !== 'literal' ? [expression.key] : [];
  return [...keysOf(expression.of), ...own];
}

function pathOf(expression: Expression): ReadPath | undefined {
  if (expression.is === 'context') return [expression.name];
  if (expression.is !== 'index') return undefined;
  const head = pathOf(expression.of);
  return head && [...head, literalText(expression.key) ?? '*'];
}
