import { compareVersions } from '../systems/versions';
import { linkOf } from './key-facts';
import type { KeyFacts, KeySet } from './key-facts';
import type { FoundKey } from './key-store';

/** What a hover over a key shows: what it means, its default in the version in question, what is allowed, its page. */
export function keyMarkdown({ set, key }: FoundKey, name: string, version: string | undefined): string {
  return [
    `**${escaped(key.name)}** — ${set.title}${version === undefined ? '' : `, ${set.product} ${version}`}`,
    ...renamed(key, name),
    ...(key.about === undefined ? [] : [key.about]),
    factsOf(key, version).join('  \n'),
    ...changes(set, key, version),
    `[Documentation](${linkOf(set, key)}) · [${set.product} ${spanOf(set)}, read ${set.checked}](${set.source.url})`,
  ].join('\n\n');
}

/** A short line for a list of suggestions: type and default. */
export function keyDetail({ set, key }: FoundKey, version: string | undefined): string {
  const value = defaultAt(key, version);
  const shown = value === undefined ? 'required' : value === null || value === '' ? '' : value;
  return [key.type, shown, set.title].filter((part) => part !== '').join(' · ');
}

/** The default that holds in a version, the newest read if it is not known; undefined where the key must be given. */
export function defaultAt(key: KeyFacts, version: string | undefined): string | null | undefined {
  const former =
    version === undefined ? undefined : key.was?.find(({ before }) => compareVersions(version, before) < 0);
  return former ? former.default : key.default;
}

/** Whether a version has the key: not before it came, nor after it went. */
export function existsIn(key: KeyFacts, version: string | undefined): boolean {
  if (version === undefined) return key.removed === undefined;
  const came = key.since === undefined || compareVersions(version, key.since) >= 0;
  return came && (key.removed === undefined || compareVersions(version, key.removed) < 0);
}

function factsOf(key: KeyFacts, version: string | undefined): string[] {
  const value = defaultAt(key, version);
  return [
    `Type: ${key.type}${key.importance === undefined ? '' : `, importance ${key.importance}`}`,
    value === undefined ? 'No default: it must be given' : `Default: ${shown(value)}`,
    ...allowedOf(key),
    ...(key.side === 'P' ? ['Producers only'] : key.side === 'C' ? ['Consumers only'] : []),
    ...(key.dynamic === true ? ['Can be changed while the server runs'] : []),
  ];
}

function allowedOf({ values, range, allowed }: KeyFacts): string[] {
  if (values) return [`Allowed: ${values.map((each) => `\`${each}\``).join(', ')}`];
  if (allowed !== undefined) return [`Allowed: ${escaped(allowed)}`];
  if (!range) return [];
  const [least, most] = range;
  if (least === null) return most === null ? [] : [`Allowed: up to ${most}`];
  return [most === null || most >= 2147483647 ? `Allowed: ${least} or more` : `Allowed: ${least} to ${most}`];
}

function changes({ product }: KeySet, key: KeyFacts, version: string | undefined): string[] {
  const isBefore =
    version !== undefined && key.since !== undefined && compareVersions(version, key.since) < 0;
  const isAfter =
    version !== undefined && key.removed !== undefined && compareVersions(version, key.removed) >= 0;
  return [
    ...(isBefore ? [`**Not in ${product} ${version}**: it came with ${key.since}.`] : []),
    ...(isAfter ? [`**Not in ${product} ${version}**: it went with ${key.removed}.`] : []),
    ...(!isBefore && key.since !== undefined ? [`Since ${product} ${key.since}.`] : []),
    ...(!isAfter && key.removed !== undefined ? [`Gone since ${product} ${key.removed}.`] : []),
    ...(key.deprecated === true ? ['Deprecated.'] : []),
    ...(key.was ?? []).map(
      ({ before, default: value }) => `Before ${before} the default was ${shown(value)}.`,
    ),
  ];
}

function renamed({ name: now, alias }: KeyFacts, written: string): string[] {
  if (alias !== undefined) return [`Another name of \`${alias}\`.`];
  return written.endsWith(now) ? [] : [`\`${written}\` is its old name.`];
}

function spanOf({ versions: [oldest, newest] }: KeySet): string {
  return oldest === newest ? newest : `${oldest} to ${newest}`;
}

function shown(value: string | null): string {
  return value === null ? 'none' : value === '' ? 'empty' : `\`${value.replace(/`/g, "'")}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\*_<>[\]|]/g, '\\$&');
}
