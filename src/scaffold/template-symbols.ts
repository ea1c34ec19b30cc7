import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { parseExpression, namesIn } from './expression';
import type { SourceFile } from './load-template';
import { parseProgram } from './parse-program';
import { textOf } from './text';

/** A place in a file of a template; lines and columns start at one. */
export interface SymbolPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A name of a template: where it is defined, and where it is used. */
export interface TemplateSymbol {
  readonly name: string;
  readonly is: 'question' | 'derived';
  readonly title: string;
  readonly definition: SymbolPlace;
  readonly uses: readonly SymbolPlace[];
}

const expressionKeys = new Set(['when', 'check', 'defaultFrom', 'name']);

/** The names of a template with their places, for completion and for going from a use to its question and back. */
export function symbolsOf(files: readonly SourceFile[]): readonly TemplateSymbol[] {
  const text = textOf(files.find((file) => file.path === 'template.yaml')?.bytes ?? new Uint8Array()) ?? '';
  const { definitions, uses } = new ManifestSymbols(text);
  for (const file of files) {
    for (const match of file.path.matchAll(/\{\{([^{}]*)\}\}/g))
      uses.push({ name: match[1] ?? '', path: file.path, line: 1, column: 1 });
    if (!file.path.startsWith('files/') || !file.path.endsWith('.hbs')) continue;
    const { names } = parseProgram(file.path, textOf(file.bytes) ?? '');
    uses.push(...names.map((name) => ({ ...name, path: file.path })));
  }
  return definitions.map((definition) => ({
    ...definition,
    uses: uses
      .filter((use) => use.name === definition.name)
      .map(({ path, line, column }) => ({ path, line, column })),
  }));
}

/** Reads what can be read of a manifest, which may be half-typed. */
class ManifestSymbols {
  readonly definitions: Omit<TemplateSymbol, 'uses'>[] = [];
  readonly uses: (SymbolPlace & { readonly name: string })[] = [];
  private readonly lines = new LineCounter();

  constructor(text: string) {
    const document = parseDocument(text, { lineCounter: this.lines });
    const questions = document.get('questions', true);
    const derived = document.get('derived', true);
    visit(document, {
      Map: (_, map, path) => {
        if (path.at(-1) === questions) this.question(map);
      },
      Pair: (_, { key, value }, path) => {
        const name = isScalar(key) ? String(key.value) : '';
        const isAttribute =
          path.some((node) => isMap(node) && node === derived) || isBelow(path, 'attributes');
        // A question's name and a port's are told apart by where they stand.
        const isName = name === 'name' && path.some((node) => node === questions);
        if (path.at(-1) === derived) this.define(key, name, 'derived', name);
        if (!isAttribute && (!expressionKeys.has(name) || isName)) return;
        if (isScalar(value))
          this.expression(String(value.value), value.range?.[0] ?? 0, value.type?.startsWith('Q') === true);
      },
    });
  }

  private question(map: { get(key: string, keepScalar?: boolean): unknown }): void {
    const name = map.get('name', true);
    const title = map.get('title');
    if (isScalar(name))
      this.define(name, String(name.value), 'question', typeof title === 'string' ? title : '');
  }

  private define(node: unknown, name: string, is: TemplateSymbol['is'], title: string): void {
    const offset = isScalar(node) ? (node.range?.[0] ?? 0) : 0;
    this.definitions.push({ name, is, title, definition: this.place(offset) });
  }

  private expression(text: string, start: number, isQuoted: boolean): void {
    const parsed = parseExpression(text);
    if (!parsed.ok) return;
    for (const { name, at } of namesIn(parsed.expression))
      this.uses.push({ name, ...this.place(start + at + (isQuoted ? 1 : 0)) });
  }

  private place(offset: number): SymbolPlace {
    const { line, col } = this.lines.linePos(offset);
    return { path: 'template.yaml', line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function isBelow(path: readonly unknown[], key: string): boolean {
  return path.some((node) => {
    const name: unknown = typeof node === 'object' && node !== null && 'key' in node ? node.key : undefined;
    return isScalar(name) && name.value === key;
  });
}
