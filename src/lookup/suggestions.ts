import type { Format, KeySource, Kind, NodeView, Registry } from '../core';
import { TextSlices } from '../core';
import { cursorWord } from './cursor-word';
import type { CursorWord } from './cursor-word';
import { defaultAt, existsIn, keyDetail, keyMarkdown } from './key-markdown';
import { keyViews, keysIn } from './key-places';
import type { WrittenKey } from './key-places';
import type { FoundKey, KeyStore } from './key-store';
import { versionInQuestion } from './version-places';

/** One suggestion: what it is called, and what to write over the word at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly sort: 'key' | 'value';
  readonly detail: string;
  readonly markdown: string;
  /** Text to write; a key's may end where its value begins. */
  readonly text: string;
  /** Decides the order among its like. */
  readonly order: string;
  readonly isDeprecated: boolean;
  /** Whether the value has suggestions of its own. */
  readonly hasValues: boolean;
}

/** Where and what to suggest at a cursor. */
export interface Suggestions {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Suggestion[];
}

/** What is asked: a text with a cursor, as a file of a path and a format. */
export interface Question {
  readonly registry: Registry;
  readonly store: KeyStore;
  readonly format: Format;
  readonly path: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Versions that the team's settings name, by technology. */
  readonly versions: ReadonlyMap<string, string>;
}

/** The keys at the cursor, with the kinds of the sub-document that they stand in. */
interface Places {
  readonly keys: readonly WrittenKey[];
  readonly kinds: readonly Kind[];
}

// Stands where the user types, so that half a key is a whole one to the parser.
const probe = 'zzprobe';

/** Keys or values that fit at the cursor; columns are of its line. */
export async function suggest(question: Question): Promise<Suggestions | undefined> {
  const { format, text, line, column } = question;
  const lines = sliceAround(format, text, line);
  const here = lines.texts[lines.at] ?? '';
  const word = cursorWord(format.id, here.replace(/\r$/, ''), column);
  if (!word) return undefined;
  const found = placesOf(question, lines.texts, lines.at, word);
  if (found.keys.length === 0) return undefined;
  const items =
    word.sort === 'key'
      ? await keySuggestions(question, word, found)
      : await valueSuggestions(question, word, found);
  return items.length === 0 ? undefined : { start: word.start, end: word.end, items };
}

/** The lines of the sub-document around a line. */
function sliceAround(format: Format, text: string, line: number): { texts: string[]; at: number } {
  let first = 0;
  const { slices } = new TextSlices(text, format.multiDocument);
  for (const slice of slices) {
    if (line < first + slice.lineCount || slice === slices[slices.length - 1])
      return { texts: slice.text.split('\n'), at: line - first };
    first += slice.lineCount;
  }
  return { texts: text.split('\n'), at: line };
}

/** The keys that the probe is, or is the value of, in all views that hold it. */
function placesOf(
  { registry, format, path }: Question,
  lines: readonly string[],
  at: number,
  word: CursorWord,
): Places {
  const text = lines.map((line, index) => (index === at ? probed(format, line, word, lines[at + 1]) : line));
  const whole = text.join('\n');
  const document = format.parse(whole) ?? format.parseTolerant(whole);
  let kinds = registry.kindsOf(document, path);
  // A file that says nothing yet is what its name says.
  if (kinds.length === 0 && format.id === 'properties') kinds = kindsByName(registry, path);
  const keys = keyViews(registry, document, kinds).flatMap((root) =>
    [...keysIn(root)].filter(({ name, at: entry }) =>
      word.sort === 'key'
        ? name.endsWith(probe)
        : entry.node?.type === 'scalar' && entry.node.text.endsWith(probe),
    ),
  );
  return { keys, kinds };
}

function probed(format: Format, line: string, word: CursorWord, next: string | undefined): string {
  const head = line.slice(0, word.start);
  const tail = line.slice(word.end);
  const variable = /^KAFKA_(?:CFG_)?/.exec(word.typed)?.[0];
  const name = word.sort === 'key' && variable !== undefined ? variable + probe.toUpperCase() : probe;
  if (word.sort === 'value' || word.isSeparated) {
    const isBare = format.id === 'json' && word.quote === '';
    return `${head}${isBare ? `"${name}"` : name}${word.quote !== '' && !tail.startsWith(word.quote) ? word.quote : ''}${tail}`;
  }
  if (format.id === 'properties') return `${head}${name}=x${tail}`;
  if (format.id === 'yaml') return `${head}${name}${word.quote}: x`;
  const comma = /^\s*"/.test(next ?? '') ? ',' : '';
  return `${head}${name}": "x"${comma}${tail.replace(/^"/, '')}`;
}

function kindsByName(registry: Registry, path: string): ReturnType<Registry['kindsOf']> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const matches = (glob: string): boolean =>
    new RegExp(`^${glob.split('*').map(quoted).join('.*')}$`).test(name);
  return registry.technologies
    .flatMap(({ kinds }) => kinds)
    .filter((kind) => kind.formats.includes('properties') && kind.paths?.some(matches));
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

async function keySuggestions(
  question: Question,
  word: CursorWord,
  { keys, kinds }: Places,
): Promise<Suggestion[]> {
  const items = new Map<string, Suggestion>();
  for (const { root, name } of keys) {
    const base = name.slice(0, -probe.length);
    const present = new Set([...keysIn(root)].map((each) => each.name));
    for (const found of await question.store.all(sourcesOf(root))) {
      if (!found.name.startsWith(base) || present.has(found.name)) continue;
      const version = versionFor(question, root, kinds, found);
      if (!existsIn(found.key, version)) continue;
      const label = written(found.name.slice(base.length), word);
      if (!items.has(label)) items.set(label, keySuggestion(question, word, found, label, version));
    }
  }
  return [...items.values()];
}

function keySuggestion(
  { format }: Question,
  word: CursorWord,
  found: FoundKey & { readonly name: string },
  label: string,
  version: string | undefined,
): Suggestion {
  const { key } = found;
  const isDeprecated = key.deprecated === true || key.alias !== undefined;
  const rank = isDeprecated ? 3 : { high: 0, medium: 1, low: 2 }[key.importance ?? 'medium'];
  return {
    label,
    sort: 'key',
    detail: keyDetail(found, version),
    markdown: keyMarkdown(found, found.name, version),
    text: label + (word.isSeparated ? '' : separator(format, word)),
    order: `${rank ?? 1}${label}`,
    isDeprecated: key.deprecated === true,
    hasValues: valuesOf(found, version).length > 0,
  };
}

function separator(format: Format, { quote }: CursorWord): string {
  if (format.id === 'properties') return '=';
  return `${quote}: `;
}

/** As the image reads variables: dots are `_`, `_` is `__`, `-` is `___`. */
function written(name: string, { typed }: CursorWord): string {
  const prefix = /^KAFKA_(?:CFG_)?/.exec(typed)?.[0];
  if (prefix === undefined) return name;
  return prefix + name.replace(/_/g, '__').replace(/-/g, '___').replace(/\./g, '_').toUpperCase();
}

async function valueSuggestions(
  question: Question,
  word: CursorWord,
  { keys, kinds }: Places,
): Promise<Suggestion[]> {
  for (const { root, name, at } of keys) {
    const found = await question.store.find(sourcesOf(root), name);
    if (!found) continue;
    const version = versionFor(question, root, kinds, found);
    const isVariable = /^(?:KAFKA|PULSAR)_/.test(root.document.text.slice(at.anchor.start, at.anchor.end));
    const mustBeText = question.format.id === 'yaml' && (found.source.texts === true || isVariable);
    return valuesOf(found, version).map((value, index) => ({
      label: value,
      sort: 'value',
      detail: value === defaultAt(found.key, version) ? 'default' : '',
      markdown: keyMarkdown(found, name, version),
      text:
        word.quote === '' && needsQuotes(question.format, found, value, mustBeText) ? `"${value}"` : value,
      order: String(index).padStart(3, '0'),
      isDeprecated: false,
      hasValues: false,
    }));
  }
  return [];
}

function needsQuotes({ id }: Format, { key }: FoundKey, value: string, mustBeText: boolean): boolean {
  const isPlain = /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value);
  if (id === 'json') return !(isPlain && /^(?:boolean|int|long|short|double|float)/.test(key.type));
  return id === 'yaml' && (mustBeText ? isPlain : /^(?:on|off|yes|no|null)$/i.test(value));
}

/** The values worth a suggestion: those that are allowed, else the default. */
function valuesOf({ key }: FoundKey, version: string | undefined): readonly string[] {
  if (key.values) return key.values;
  if (key.type === 'boolean') return ['true', 'false'];
  const value = defaultAt(key, version);
  return value === undefined || value === null || value === '' || value.length > 80 ? [] : [value];
}

function sourcesOf(root: NodeView): readonly KeySource[] {
  return root.context.view.keys ?? [];
}

function versionFor(
  { registry, versions }: Question,
  root: NodeView,
  kinds: readonly Kind[],
  { set }: FoundKey,
): string | undefined {
  return versionInQuestion(registry, root.context.document, kinds, set.facts, versions);
}
