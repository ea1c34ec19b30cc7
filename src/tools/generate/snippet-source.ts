import { parse } from 'yaml';
import type { FormatId } from '../../core';
import { format, pattern, snippetLanguages } from '../../snippets/library';
import type { Snippet } from '../../snippets/snippet';

/** A snippet with what only its tests need. */
export interface SourceSnippet extends Snippet {
  /** The text that a part is put into, at the line `<here>`; a file snippet has none. */
  readonly host: string | undefined;
  /** Rules that find something in it all the same, each with the reason. */
  readonly allows: Readonly<Record<string, string>>;
}

/** The line of a host where the snippet goes. */
export const hereMark = '<here>';

const snippetKeys = [
  'name',
  'description',
  'format',
  'pattern',
  'path',
  'kinds',
  'into',
  'host',
  'source',
  'languages',
  'allows',
  'body',
];

/** Reads `snippets/<technology>.yaml`: what holds for all snippets first, then each by its prefix. */
export function readSource(text: string): readonly SourceSnippet[] {
  const file = record(parse(text, { uniqueKeys: true }), 'the file');
  const { snippets, hosts, ...shared } = file;
  const hostTexts = record(hosts ?? {}, 'hosts');
  return Object.entries(record(snippets, 'snippets')).map(([prefix, own]) => {
    const given = record(own, prefix);
    for (const key of Object.keys(given))
      if (!snippetKeys.includes(key)) throw new Error(`${prefix}: there is no key "${key}".`);
    return readSnippet(prefix, { ...shared, ...given }, hostTexts);
  });
}

function readSnippet(
  prefix: string,
  all: Readonly<Record<string, unknown>>,
  hosts: Readonly<Record<string, unknown>>,
): SourceSnippet {
  const text = (key: string): string => {
    const value = all[key];
    if (typeof value !== 'string' || value === '') throw new Error(`${prefix}: "${key}" is missing.`);
    return value;
  };
  const id = format(all['format']);
  const host = all['host'] === undefined ? undefined : hostText(prefix, text('host'), hosts);
  return {
    prefix,
    name: text('name'),
    description: text('description').trim(),
    technology: text('technology'),
    title: text('title'),
    pattern: pattern(all['pattern']),
    format: id,
    languages: languagesOf(all['languages'], id),
    inserts: host === undefined ? 'file' : 'part',
    kinds: list(all['kinds']),
    into: all['into'] === undefined ? undefined : text('into'),
    path: text('path'),
    source: text('source'),
    body: text('body').replace(/\n$/, ''),
    host,
    allows: Object.fromEntries(
      Object.entries(record(all['allows'] ?? {}, `${prefix}: allows`)).map(([rule, reason]) => [
        rule,
        String(reason),
      ]),
    ),
  };
}

/** A host is a text, or the name of one that several snippets share. */
function hostText(prefix: string, given: string, hosts: Readonly<Record<string, unknown>>): string {
  if (given.includes(hereMark)) return given;
  const shared = hosts[given];
  if (typeof shared !== 'string') throw new Error(`${prefix}: there is no host "${given}".`);
  return shared;
}

function languagesOf(given: unknown, id: FormatId): readonly string[] {
  if (given !== undefined) return list(given);
  return snippetLanguages[id] ?? [];
}

function list(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`Not a list: ${JSON.stringify(value)}.`);
  return value.map(String);
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} is no mapping.`);
  return Object.fromEntries(Object.entries(value));
}
