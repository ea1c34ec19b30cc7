import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../../../src/core';
import { hoverAt, supportNotes } from '../../../src/lookup/hover';
import { KeyStore } from '../../../src/lookup/key-store';
import { suggest } from '../../../src/lookup/suggestions';
import type { Suggestion } from '../../../src/lookup/suggestions';
import { parts } from '../../../src/parts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The key facts that are packed; `npm run build` writes them. */
export const store = new KeyStore((technology) =>
  Promise.resolve(readFileSync(path.join(root, `dist/keys/${technology}.json`), 'utf8')),
);

/** The text without its mark `|`, and where that stood. */
function marked(text: string): { text: string; line: number; character: number } {
  const at = text.indexOf('|');
  const before = text.slice(0, at);
  return {
    text: before + text.slice(at + 1),
    line: before.split('\n').length - 1,
    character: at - (before.lastIndexOf('\n') + 1),
  };
}

async function projectWith(file: string, text: string, settings: string | undefined): Promise<Project> {
  const project = new Project(parts, { today: '2026-11-29', closed: true });
  await project.prepare('.ai-patterns.yaml');
  if (settings !== undefined) project.setSettingsFile('.ai-patterns.yaml', settings);
  const format = await project.prepare(file);
  if (!format) throw new Error(`${file} has no format.`);
  project.setFile(file, text, format);
  return project;
}

/** What a hover says at the mark `|`, its parts joined. */
export async function hover(file: string, textWithMark: string, settings?: string): Promise<string> {
  const { text, line, character } = marked(textWithMark);
  const project = await projectWith(file, text, settings);
  const where = { registry: parts.registry, store, project, path: file, today: '2026-11-29' };
  return (await hoverAt(where, line, character)).map(({ markdown }) => markdown).join('\n\n---\n\n');
}

/** The suggestions at the mark `|`. */
export async function suggestions(
  file: string,
  textWithMark: string,
  settings?: string,
): Promise<readonly Suggestion[]> {
  const { text, line, character } = marked(textWithMark);
  const project = await projectWith(file, text, settings);
  const format = await project.prepare(file);
  if (!format) return [];
  const { versions } = project.settingsOf(file);
  const question = {
    registry: parts.registry,
    store,
    format,
    path: file,
    text,
    line,
    column: character,
    versions,
  };
  return (await suggest(question))?.items ?? [];
}

/** The labels suggested at the mark. */
export async function labels(file: string, text: string, settings?: string): Promise<string[]> {
  return (await suggestions(file, text, settings)).map(({ label }) => label);
}

/** What is said beside the versions of a file, on a day. */
export async function notes(file: string, text: string, today = '2026-11-29'): Promise<string[]> {
  const project = await projectWith(file, text, undefined);
  return supportNotes({ registry: parts.registry, project, path: file, today }).map(
    ({ note }) => `${note.judged.mention.version}: ${note.isOver ? 'ended' : 'ends'} ${note.ended}`,
  );
}
