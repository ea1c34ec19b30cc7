import { sameValue } from '../canonical';
import { nameOf } from '../paths';
import { markWhole, mergeText, type Sides } from './diff3';
import { openJson } from './keyed-json';
import { openEnv, openIgnore, openRequirements } from './keyed-lines';
import type { KeyedText, OpenKeyed } from './keyed-text';
import { openToml } from './keyed-toml';
import { openYaml } from './keyed-yaml';
import { stepsOf, valueAt, type MergeStep } from './values';

/** The result of a merge: one text, or the keys at which both sides say different things. */
export type FileMerge =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly conflicts: readonly string[] };

/** The reader for files that can be merged key by key, by their name; `undefined` for all others. */
export function findOpener(path: string): OpenKeyed | undefined {
  const name = nameOf(path).toLowerCase();
  if (/\.ya?ml$/.test(name)) return openYaml;
  if (/\.(?:json|jsonc|code-workspace)$/.test(name)) return openJson;
  if (name.endsWith('.toml')) return openToml;
  if (name === '.env' || name.startsWith('.env.') || name.endsWith('.env')) return openEnv;
  if (/^requirements.*\.(?:txt|in)$|^constraints.*\.txt$/.test(name)) return openRequirements;
  return /^\.[a-z]*ignore$/.test(name) ? openIgnore : undefined;
}

/** Adds to a file what a template has and the file lacks; what is there stays, with its comments. */
export function addToFile(path: string, mine: string, theirs: string): FileMerge {
  return mergeKeyed(path, undefined, mine, theirs) ?? { ok: false, conflicts: [] };
}

/**
 * Merges an update into a file that was edited: line by line, and key by key where lines alone would conflict or where the
 * merged lines would not mean what the merged keys mean. Conflicts that remain stand between markers.
 */
export function mergeUpdate(
  path: string,
  base: string,
  mine: string,
  theirs: string,
  sides: Sides,
): { readonly text: string; readonly conflicts: number } {
  const lines = mergeText(base, mine, theirs, sides);
  const opener = findOpener(path);
  if (opener === undefined || ![base, mine, theirs].every(opener)) return lines;
  const keys = mergeKeyed(path, base, mine, theirs);
  const value = lines.conflicts === 0 ? opener(lines.text)?.value : undefined;
  const isMeant = keys?.ok !== true || sameValue(value, opener(keys.text)?.value);
  if (value !== undefined && isMeant) return lines;
  if (keys?.ok === true) return { text: keys.text, conflicts: 0 };
  // Lines that merge in silence into a file that cannot be read any more are a conflict all the same.
  return lines.conflicts > 0 ? lines : { text: markWhole(mine, theirs, sides), conflicts: 1 };
}

/** Renames a key, given as `a.b.c`, to another one in the same mapping; a file without that key comes back as it was. */
export function renameKey(path: string, text: string, from: string, to: string): string {
  const opener = findOpener(path);
  const opened = opener?.(text);
  const source = from.split('.');
  const target = to.split('.');
  const key = target.at(-1) ?? '';
  const isSibling = source.slice(0, -1).join('.') === target.slice(0, -1).join('.');
  if (opened === undefined || !isSibling || valueAt(opened.value, source) === undefined) return text;
  if (valueAt(opened.value, target) !== undefined) return text;
  const renamed = opened.rename?.(source, key);
  const value = renamed === undefined ? undefined : opener?.(renamed)?.value;
  return renamed !== undefined && sameValue(valueAt(value, target), valueAt(opened.value, source))
    ? renamed
    : text;
}

function mergeKeyed(
  path: string,
  base: string | undefined,
  mine: string,
  theirs: string,
): FileMerge | undefined {
  const opener = findOpener(path);
  const [old, left, right] = [base, mine, theirs].map((text) =>
    text === undefined ? undefined : opener?.(text),
  );
  if (left === undefined || right === undefined || (base !== undefined && old === undefined))
    return undefined;
  const { steps, conflicts, value } = stepsOf(old?.value, left.value, right.value);
  if (conflicts.length > 0) return { ok: false, conflicts: conflicts.map((keys) => keys.join('.')) };
  const text = mergeSteps(left, opener, steps, right);
  if (text === undefined || !sameValue(opener?.(text)?.value, value)) return undefined;
  if (!keepsComments(mine, text)) return undefined;
  return { ok: true, text };
}

function mergeSteps(
  mine: KeyedText,
  opener: OpenKeyed | undefined,
  steps: readonly MergeStep[],
  theirs: KeyedText,
): string | undefined {
  let now: KeyedText | undefined = mine;
  for (const step of steps) {
    const text: string | undefined = now === undefined ? undefined : edit(now, step, theirs);
    now = text === undefined ? undefined : opener?.(text);
  }
  return now?.text;
}

function edit(mine: KeyedText, step: MergeStep, theirs: KeyedText): string | undefined {
  if (step.is === 'append') return mine.append(step.path, step.item);
  return step.is === 'remove' ? mine.remove(step.path) : mine[step.is](step.path, theirs);
}

/** A merge by keys must not cost the user a comment. */
function keepsComments(mine: string, merged: string): boolean {
  const comments = mine.match(/(?:^|\s)#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g) ?? [];
  return comments.every((comment) => merged.includes(comment.trim()));
}
