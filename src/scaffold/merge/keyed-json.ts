import {
  applyEdits,
  findNodeAtLocation,
  modify,
  parse,
  parseTree,
  type ModificationOptions,
  type ParseError,
} from 'jsonc-parser';
import { endingOf, splice, type KeyedText, type KeyPath, type OpenKeyed } from './keyed-text';
import { hasDeepNesting, valueAt } from './values';

/** Opens a JSON file, with or without comments. */
export const openJson: OpenKeyed = (text) => {
  if (hasDeepNesting(text)) return undefined;
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length > 0 || value === undefined ? undefined : new KeyedJson(text, value);
};

class KeyedJson implements KeyedText {
  constructor(
    readonly text: string,
    readonly value: unknown,
  ) {}

  add(path: KeyPath, from: KeyedText): string {
    return this.set(path, from);
  }

  set(path: KeyPath, from: KeyedText): string {
    return this.edit(path, valueAt(from.value, path));
  }

  remove(path: KeyPath): string {
    return this.edit(path, undefined);
  }

  append(path: KeyPath, item: unknown): string | undefined {
    const list = valueAt(this.value, path);
    if (!Array.isArray(list)) return undefined;
    return applyEdits(
      this.text,
      modify(this.text, [...path, list.length], item, { ...this.options(), isArrayInsertion: true }),
    );
  }

  rename(path: KeyPath, key: string): string | undefined {
    const root = parseTree(this.text, [], { allowTrailingComma: true });
    const name = root === undefined ? undefined : findNodeAtLocation(root, [...path])?.parent?.children?.[0];
    return name === undefined
      ? undefined
      : splice(this.text, name.offset, name.offset + name.length, JSON.stringify(key));
  }

  private edit(path: KeyPath, value: unknown): string {
    return applyEdits(this.text, modify(this.text, [...path], value, this.options()));
  }

  private options(): ModificationOptions {
    const indent = /\n([ \t]+)\S/.exec(this.text)?.[1] ?? '  ';
    const eol = endingOf(this.text);
    return { formattingOptions: { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol } };
  }
}
