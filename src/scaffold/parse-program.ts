import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base';
import { computers, emitters } from './helpers';
import { expressionOf } from './argument-expression';
import type { Expression } from './expression-parse';
import type { Argument, Program, Statement } from './program';
import type { Problem } from './result';

/** A name that a template file uses; `scope` tells whether it was found where bare names mean answers. */
export interface UsedName {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A part of a template file that is written only under conditions, which stand for all blocks around it. */
export interface Branch {
  readonly conditions: readonly Expression[];
  readonly line: number;
  readonly column: number;
}

/** A template file as a program, with the names that it uses. */
export interface ParsedProgram {
  readonly program: Program;
  readonly names: readonly UsedName[];
  readonly branches: readonly Branch[];
  readonly problems: readonly Problem[];
}

/** A node of Handlebars' tree; members are looked at one by one, because the tree comes from outside. */
type Tree = Readonly<Record<string, unknown>>;

/** Parses a `.hbs` file into plain data and refuses whatever the closed form of templates does not have. */
export function parseProgram(path: string, source: string): ParsedProgram {
  const converter = new Converter(path);
  try {
    const tree = asTree(parse(source));
    const program = converter.statements(tree);
    const { names, branches, problems } = converter;
    return { program, names, branches, problems };
  } catch (error) {
    const problem = syntaxProblem(path, error instanceof Error ? error.message : String(error));
    return { program: [], names: [], branches: [], problems: [problem] };
  }
}

function syntaxProblem(path: string, message: string): Problem {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+$/.exec(message)?.[1] ?? 1);
  const column = Number(/- \d+:(\d+)$/.exec(message)?.[1] ?? 0) + 1;
  const words = message.split('\n').at(-1) ?? message;
  return {
    code: 'template-broken',
    message: `The file cannot be parsed: ${words}.`.replace(/\.\.$/, '.'),
    path,
    line,
    column,
    next: 'Braces of another language belong in {{{{raw}}}} … {{{{/raw}}}}, or the file is copied without .hbs.',
  };
}

function asTree(value: unknown): Tree {
  // Handlebars' nodes are plain objects; anything else is read as a node without members, and refused by its type.
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}

function treesIn(value: unknown): readonly Tree[] {
  return Array.isArray(value) ? value.map(asTree) : [];
}

class Converter {
  readonly names: UsedName[] = [];
  readonly problems: Problem[] = [];
  readonly branches: Branch[] = [];
  private depth = 0;
  /** What holds where the converter is; undefined stands for what no expression says. */
  private readonly conditions: (Expression | undefined)[] = [];

  constructor(private readonly path: string) {}

  statements(program: Tree): Statement[] {
    const statements: Statement[] = [];
    for (const node of treesIn(program['body'])) {
      const statement = this.statement(node);
      if (statement === null || statement === '') continue;
      const last = statements.at(-1);
      if (typeof last === 'string' && typeof statement === 'string')
        statements.splice(-1, 1, last + statement);
      else statements.push(statement);
    }
    return statements;
  }

  private statement(node: Tree): Statement | null {
    switch (node['type']) {
      case 'ContentStatement':
        return String(node['value']);
      case 'CommentStatement':
        return null;
      case 'MustacheStatement':
        return this.emit(node);
      case 'BlockStatement':
        return this.block(node);
      default:
        return this.refuse(node, 'Partials and decorators are not part of templates.');
    }
  }

  private emit(node: Tree): Statement | null {
    const helper = this.helperName(node);
    if (node['escaped'] === false)
      return this.refuse(node, 'Write two braces: there is no escaping to switch off.');
    const values = this.values(node);
    if (!Object.hasOwn(emitters, helper))
      return this.refuse(
        node,
        values.length === 0 && !Object.hasOwn(computers, helper)
          ? `"${helper}" is written without an emit helper.`
          : `"${helper}" is not an emit helper.`,
        `Write {{yaml ${helper}}}, {{py ${helper}}}, {{plain ${helper}}} … after the language that it enters.`,
      );
    if (values.length !== 1) return this.refuse(node, `"${helper}" takes one value.`);
    return { is: 'emit', helper, values };
  }

  private block(node: Tree): Statement | null {
    const helper = this.helperName(node);
    if (helper === 'raw') return this.rawText(node);
    const [value, ...others] = this.values(node);
    if (helper !== 'if' && helper !== 'unless' && helper !== 'each')
      return this.refuse(node, `There is no block "${helper}".`, 'Blocks are if, unless, each and raw.');
    if (value === undefined || others.length > 0) return this.refuse(node, `"${helper}" takes one value.`);
    if (treesIn(asTree(node['program'])['blockParams']).length > 0)
      return this.refuse(node, 'Block parameters are not part of templates.', 'Write this for the item.');
    if (helper === 'each') return this.each(node, value);
    const test = expressionOf(value);
    const opposite: Expression | undefined = test && { is: 'not', of: test, at: 0 };
    const [first, second] = helper === 'if' ? [test, opposite] : [opposite, test];
    const then = this.branch(asTree(node['program']), first, node);
    const otherwise = this.branch(asTree(node['inverse']), second, asTree(node['inverse']));
    return helper === 'if'
      ? { is: 'if', test: value, then, otherwise }
      : { is: 'if', test: value, then: otherwise, otherwise: then };
  }

  private branch(program: Tree, condition: Expression | undefined, place: Tree): Statement[] {
    this.conditions.push(condition);
    const conditions = this.conditions.filter((each) => each !== undefined);
    if (condition !== undefined && treesIn(program['body']).length > 0)
      this.branches.push({ conditions, ...placeOf(place) });
    const statements = this.statements(program);
    this.conditions.pop();
    return statements;
  }

  private each(node: Tree, list: Argument): Statement {
    this.depth++;
    const body = this.statements(asTree(node['program']));
    this.depth--;
    return { is: 'each', list, body, otherwise: this.statements(asTree(node['inverse'])) };
  }

  private rawText(node: Tree): string {
    return treesIn(asTree(node['program'])['body'])
      .map((content) => textIn(content['value']))
      .join('');
  }

  private values(node: Tree): readonly Argument[] {
    if (treesIn(asTree(node['hash'])['pairs']).length > 0)
      this.refuse(node, 'Named arguments are not part of templates.');
    return treesIn(node['params']).flatMap((parameter) => this.argument(parameter) ?? []);
  }

  private argument(node: Tree): Argument | null {
    switch (node['type']) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return this.literal(node);
      case 'SubExpression':
        return this.call(node);
      case 'PathExpression':
        return this.named(node);
      default:
        return this.refuse(node, 'Only names, texts, numbers, true and false can be arguments.');
    }
  }

  private literal(node: Tree): Argument | null {
    const value = node['value'];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return { is: 'literal', value };
    return this.refuse(node, 'The literal is not understood.');
  }

  private call(node: Tree): Argument | null {
    const helper = this.helperName(node);
    const values = this.values(node);
    const found = Object.hasOwn(computers, helper) ? computers[helper] : undefined;
    if (found === undefined)
      return this.refuse(
        node,
        `There is no helper "${helper}".`,
        `Helpers: ${Object.keys(computers).join(', ')}.`,
      );
    const [least, most] = found.takes;
    if (values.length < least || values.length > most)
      return this.refuse(node, `"${helper}" takes ${least === most ? least : `${least} to ${most}`} values.`);
    return { is: 'call', helper, values };
  }

  private named(node: Tree): Argument | null {
    const parts = Array.isArray(node['parts']) ? node['parts'].map(String) : [];
    const up = Number(node['depth'] ?? 0);
    const [name, ...others] = parts;
    if (node['data'] === true) return this.loopValue(node, parts);
    if (others.length > 0)
      return this.refuse(node, `"${String(node['original'])}" has members; answers have none.`);
    if (up > this.depth) return this.refuse(node, 'The name leaves more "each" blocks than there are.');
    if (name === undefined) {
      if (up < this.depth) return { is: 'this', up };
      return this.refuse(node, '"this" means an item inside "each" and nothing outside it.');
    }
    if (up < this.depth)
      return this.refuse(
        node,
        `"${name}" is looked for in the item of "each".`,
        `Write ${'../'.repeat(this.depth)}${name}.`,
      );
    this.names.push({ name, ...placeOf(node) });
    return { is: 'name', name, up };
  }

  private loopValue(node: Tree, parts: readonly string[]): Argument | null {
    const [name] = parts;
    if (this.depth > 0 && parts.length === 1 && Number(node['depth'] ?? 0) === 0)
      if (name === 'index' || name === 'first' || name === 'last') return { is: 'loop', name };
    return this.refuse(
      node,
      `"@${parts.join('.')}" is not known here.`,
      'Inside "each" there are @index, @first and @last.',
    );
  }

  private helperName(node: Tree): string {
    const path = asTree(node['path']);
    return textIn(path['original'] ?? path['value']);
  }

  private refuse(node: Tree, message: string, next?: string): null {
    const problem = { code: 'template-broken', message, path: this.path, ...placeOf(node) };
    this.problems.push(next === undefined ? problem : { ...problem, next });
    return null;
  }
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function placeOf(node: Tree): { line: number; column: number } {
  const start = asTree(asTree(node['loc'])['start']);
  return { line: Number(start['line'] ?? 1), column: Number(start['column'] ?? 0) + 1 };
}
