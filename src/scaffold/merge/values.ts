import { isPlain, sameValue } from '../canonical';
import type { KeyPath } from './keyed-text';

/** The value at a path of keys, or `undefined`. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (at, key) => (isPlain(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

/** One step of a structural merge. */
export type MergeStep =
  | { readonly is: 'add' | 'set' | 'remove'; readonly path: KeyPath }
  | { readonly is: 'append'; readonly path: KeyPath; readonly item: unknown };

/** What a structural merge has to do, the data that must come out of it, and where it cannot decide. */
export interface MergeSteps {
  readonly steps: readonly MergeStep[];
  readonly value: unknown;
  readonly conflicts: readonly KeyPath[];
}

/** Lists that are sets: an item may be added to them without changing what the others mean. */
const setLike = new Set(
  'resources components dependencies dev-dependencies recommendations members configurations packages extends'.split(
    ' ',
  ),
);

/** Works out which keys to add, change and remove; without a base, only what is missing is added. */
export function stepsOf(base: unknown, mine: unknown, theirs: unknown): MergeSteps {
  const steps: MergeStep[] = [];
  const conflicts: KeyPath[] = [];
  const value = merge({ steps, conflicts }, [], base, mine, theirs);
  return { steps, conflicts, value };
}

interface Found {
  readonly steps: MergeStep[];
  readonly conflicts: KeyPath[];
}

function merge(found: Found, path: KeyPath, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (sameValue(mine, theirs) && (mine === undefined) === (theirs === undefined)) return mine;
  if (base !== undefined && theirs !== undefined && sameValue(base, theirs)) return mine;
  if (isPlain(mine) && (isPlain(theirs) || theirs === undefined) && (isPlain(base) || base === undefined))
    if (theirs !== undefined || !sameValue(base, mine)) return mergeKeys(found, path, base, mine, theirs);
  // `services:` without anything below is a mapping that waits for its first key.
  if (mine === null && base === undefined && isPlain(theirs))
    return mergeKeys(found, path, undefined, {}, theirs);
  if (mine === undefined && base === undefined) return step(found, { is: 'add', path }, theirs);
  if (theirs === undefined) {
    if (base === undefined) return mine;
    return sameValue(base, mine)
      ? step(found, { is: 'remove', path }, undefined)
      : conflict(found, path, mine);
  }
  if (base !== undefined && mine !== undefined && sameValue(base, mine))
    return step(found, { is: 'set', path }, theirs);
  if (isSet(path, mine, theirs)) return mergeSets(found, path, base, mine, theirs);
  return conflict(found, path, mine);
}

function step(found: Found, taken: MergeStep, value: unknown): unknown {
  found.steps.push(taken);
  return value;
}

function conflict(found: Found, path: KeyPath, mine: unknown): unknown {
  found.conflicts.push(path);
  return mine;
}

function mergeKeys(
  found: Found,
  path: KeyPath,
  base: Readonly<Record<string, unknown>> | undefined,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>> | undefined,
): unknown {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs ?? {}), ...Object.keys(base ?? {})]);
  const merged: Record<string, unknown> = {};
  for (const key of keys) {
    const value = merge(found, [...path, key], own(base, key), own(mine, key), own(theirs, key));
    if (value !== undefined)
      Object.defineProperty(merged, key, { value, enumerable: true, configurable: true });
  }
  return merged;
}

function own(value: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  return value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isSet(path: KeyPath, mine: unknown, theirs: unknown): boolean {
  const isNamed =
    setLike.has(path.at(-1) ?? '') ||
    path.at(-2) === 'optional-dependencies' ||
    path.at(-2) === 'dependency-groups';
  return (
    isNamed &&
    [mine, theirs].every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string'))
  );
}

function mergeSets(found: Found, path: KeyPath, base: unknown, mine: unknown, theirs: unknown): unknown {
  const [old, left, right] = [base, mine, theirs].map((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  if (old === undefined || left === undefined || right === undefined) return conflict(found, path, mine);
  const isRemoved = old.some((item) => !right.includes(item));
  const added = right.filter((item) => !left.includes(item) && !old.includes(item));
  // Another version of a package that is there already is not a new item.
  const isTwice = added.some((item) => left.some((other) => packageOf(other) === packageOf(item)));
  if (isRemoved || isTwice) return conflict(found, path, mine);
  for (const item of added) found.steps.push({ is: 'append', path, item });
  return [...left, ...added];
}

function packageOf(requirement: string): string {
  const name = /^[A-Za-z0-9][\w.-]*(?=\s*(?:$|[[<>=!~;@ ]))/.exec(requirement)?.[0] ?? requirement;
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** Whether brackets nest so deep that a recursive parser could overflow its stack. */
export function hasDeepNesting(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > 200) return true;
  }
  return false;
}
