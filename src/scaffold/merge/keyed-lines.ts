import { endingOf, insertLines, splice, type KeyedText, type KeyPath, type OpenKeyed } from './keyed-text';
import { linesOf } from '../text';

interface Entry {
  readonly key: string;
  readonly value: string;
  /** Offsets of its line, with its line break. */
  readonly start: number;
  readonly end: number;
  /** Offset of the comment lines that stand directly above. */
  readonly commentStart: number;
}

/** What a line that is neither empty nor a comment means, or `undefined` where it cannot be understood. */
type ReadLine = (line: string) => { readonly key: string; readonly value: string } | undefined;

/** Makes an opener for a format of one entry per line, with `#` comments. */
function openLines(read: ReadLine): OpenKeyed {
  return (text) => {
    const entries = entriesOf(text, read);
    if (entries === undefined) return undefined;
    return new KeyedLines(text, entries);
  };
}

function entriesOf(text: string, read: ReadLine): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let start = 0;
  let commentStart = -1;
  for (const line of linesOf(text)) {
    const end = start + line.length;
    const content = line.trim();
    if (content === '') commentStart = -1;
    else if (content.startsWith('#')) commentStart = commentStart < 0 ? start : commentStart;
    else {
      const entry = read(content);
      if (entry === undefined || content.endsWith('\\') || keys.has(entry.key)) return undefined;
      keys.add(entry.key);
      entries.push({ ...entry, start, end, commentStart: commentStart < 0 ? start : commentStart });
      commentStart = -1;
    }
    start = end;
  }
  return entries;
}

class KeyedLines implements KeyedText {
  readonly value: Readonly<Record<string, string>>;

  constructor(
    readonly text: string,
    private readonly entries: readonly Entry[],
  ) {
    this.value = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
  }

  add(path: KeyPath, from: KeyedText): string | undefined {
    const source = from.sourceOf?.(path);
    return source === undefined ? undefined : insertLines(this.text, this.text.length, source);
  }

  set(path: KeyPath, from: KeyedText): string | undefined {
    const entry = this.find(path);
    const source = from.sourceOf?.(path);
    if (entry === undefined || source === undefined) return undefined;
    const line = linesOf(source).at(-1) ?? '';
    const isLast = !this.text.slice(entry.start, entry.end).endsWith('\n');
    return splice(
      this.text,
      entry.start,
      entry.end,
      isLast ? line.trimEnd() : line.trimEnd() + endingOf(this.text),
    );
  }

  remove(path: KeyPath): string | undefined {
    const entry = this.find(path);
    return entry === undefined ? undefined : splice(this.text, entry.start, entry.end, '');
  }

  append(): undefined {
    return undefined;
  }

  sourceOf(path: KeyPath): string | undefined {
    const entry = this.find(path);
    return entry === undefined ? undefined : this.text.slice(entry.commentStart, entry.end);
  }

  rename(path: KeyPath, key: string): string | undefined {
    const entry = this.find(path);
    if (entry === undefined) return undefined;
    const at = this.text.indexOf(entry.key, entry.start);
    return at < 0 || at >= entry.end ? undefined : splice(this.text, at, at + entry.key.length, key);
  }

  private find(path: KeyPath): Entry | undefined {
    return path.length === 1 ? this.entries.find((entry) => entry.key === path[0]) : undefined;
  }
}

/** Opens a `.env` file. */
export const openEnv: OpenKeyed = openLines((line) => {
  const match = /^(?:export\s+)?([A-Za-z_][\w.]*)\s*=(.*)$/.exec(line);
  const [, key, value = ''] = match ?? [];
  const isWhole = !/^\s*(?:"(?:[^"\\]|\\.)*|'[^']*)$/.test(value);
  return key === undefined || !isWhole ? undefined : { key, value };
});

/** Opens a pip requirements file: the key is the package's normal name, or the whole line of an option. */
export const openRequirements: OpenKeyed = openLines((line) => {
  const bare = line.replace(/\s+#.*$/, '');
  if (bare.startsWith('-')) return { key: bare, value: bare };
  const name = /^[A-Za-z0-9][\w.-]*/.exec(bare)?.[0];
  if (name === undefined) return undefined;
  const key = name.replace(/[-_.]+/g, '-').toLowerCase();
  return { key, value: key + bare.slice(name.length).replace(/\s+/g, '') };
});

/** Opens a list of patterns such as `.gitignore`. */
export const openIgnore: OpenKeyed = openLines((line) => ({ key: line, value: line }));
