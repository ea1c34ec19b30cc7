import { addToFile, findOpener } from './merge/merge-files';
import { isSameText, markWhole } from './merge/diff3';
import type { RenderedFile } from './render';
import { bytesOf, sameBytes, textOf } from './text';

/** How a user settles a conflict: keep what is there, take what the template writes, or both between markers. */
export type Resolution = 'mine' | 'theirs' | 'markers';

/** What happens to a file. */
export type FileAction = 'create' | 'unchanged' | 'merge' | 'conflict' | 'skip' | 'replace' | 'delete';

/** What a scaffold does with one file, given what is there. */
export interface Decision {
  readonly action: FileAction;
  /** The content afterwards. */
  readonly bytes: Uint8Array;
  /** For a conflict: where both sides differ; and whether the user still has to settle it. */
  readonly conflicts?: readonly string[];
  readonly isOpen?: boolean;
}

/** Decides about a file of a new component: it is created, added to, left alone, or a conflict that the user settles. */
export function decideNew(
  file: RenderedFile,
  existing: Uint8Array | undefined,
  label: string,
  resolution: Resolution | undefined,
): Decision {
  if (existing === undefined) return { action: 'create', bytes: file.bytes };
  if (sameBytes(existing, file.bytes)) return { action: 'unchanged', bytes: existing };
  if (file.secret || file.existing === 'keep') return { action: 'skip', bytes: existing };
  const [mine, theirs] = [textOf(existing), textOf(file.bytes)];
  const isText = mine !== undefined && theirs !== undefined;
  if (isText && isSameText(mine, theirs)) return { action: 'unchanged', bytes: existing };
  const canAdd = isText && file.existing === 'merge' && findOpener(file.path) !== undefined;
  const added = canAdd ? addToFile(file.path, mine, theirs) : undefined;
  if (added?.ok === true)
    return added.text === mine
      ? { action: 'unchanged', bytes: existing }
      : { action: 'merge', bytes: bytesOf(added.text) };
  const conflicts = added?.conflicts ?? [];
  if (resolution === 'mine') return { action: 'skip', bytes: existing };
  if (resolution === 'theirs') return { action: 'replace', bytes: file.bytes };
  if (resolution === 'markers' && isText) {
    const marked = markWhole(mine, theirs, { mine: 'yours', base: 'nothing', theirs: label });
    return { action: 'conflict', bytes: bytesOf(marked), conflicts, isOpen: false };
  }
  return { action: 'conflict', bytes: existing, conflicts, isOpen: true };
}
