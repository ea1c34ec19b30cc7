import type { FormatId, Technology } from '../core';
import { ownKey } from './snippet';
import type { Snippet } from './snippet';

/** The text of a `.code-snippets` file, as VS Code reads it, with what only we read beside. */
export function writeLibrary(snippets: readonly Snippet[]): string {
  const entries = snippets.map(({ name, prefix, description, languages, inserts, body, ...own }) => [
    name,
    {
      prefix,
      scope: languages.join(','),
      description,
      ...(inserts === 'file' && { isFileTemplate: true }),
      body: body.split('\n'),
      [ownKey]: own,
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The snippets of such a file; throws on one that is not ours. */
export function readLibrary(text: string): readonly Snippet[] {
  const file: unknown = JSON.parse(text);
  return Object.entries(record(file)).map(([name, entry]) => readEntry(name, record(entry)));
}

function readEntry(name: string, entry: Readonly<Record<string, unknown>>): Snippet {
  const own = record(entry[ownKey]);
  return {
    name,
    prefix: string(entry['prefix']),
    description: string(entry['description']),
    languages: string(entry['scope']).split(','),
    inserts: entry['isFileTemplate'] === true ? 'file' : 'part',
    body: strings(entry['body']).join('\n'),
    technology: string(own['technology']),
    title: string(own['title']),
    pattern: pattern(own['pattern']),
    format: format(own['format']),
    kinds: strings(own['kinds']),
    into: own['into'] === undefined ? undefined : string(own['into']),
    path: string(own['path']),
    source: string(own['source']),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`Not a snippet of ours: ${JSON.stringify(value)}.`);
  return Object.fromEntries(Object.entries(value));
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}.`);
  return value;
}

function strings(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error(`Not a list: ${JSON.stringify(value)}.`);
  return value.map(string);
}

/** The formats that snippets are written in, with the languages in which VS Code offers them. */
export const snippetLanguages: Readonly<Partial<Record<FormatId, readonly string[]>>> = {
  yaml: ['yaml'],
  json: ['json', 'jsonc'],
  properties: ['properties', 'java-properties'],
  toml: ['toml'],
  dockerfile: ['dockerfile'],
  sql: ['sql', 'flinksql'],
  python: ['python'],
  markdown: ['markdown'],
  env: ['dotenv', 'env'],
  requirements: ['pip-requirements'],
  hcl: ['terraform', 'hcl'],
};

const patterns: readonly Technology['pattern'][] = [
  'data-pipeline',
  'training',
  'deployment',
  'feedback-loop',
  'security-compliance',
];

/** The pattern of that name. */
export function pattern(value: unknown): Technology['pattern'] {
  const found = patterns.find((each) => each === value);
  if (!found) throw new Error(`There is no pattern ${JSON.stringify(value)}.`);
  return found;
}

/** The format of that name, if snippets can be written in it. */
export function format(value: unknown): FormatId {
  const found = formatIds.find((each) => each === value);
  if (!found) throw new Error(`There is no snippet format ${JSON.stringify(value)}.`);
  return found;
}

const formatIds: readonly FormatId[] = [
  'yaml',
  'json',
  'properties',
  'toml',
  'dockerfile',
  'sql',
  'python',
  'markdown',
  'env',
  'requirements',
  'hcl',
];
