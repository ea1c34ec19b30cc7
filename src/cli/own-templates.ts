import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsFileName } from '../core';
import { describeProblem } from '../scaffold/result';
import { loadCollection, originOf, parseSource, sourcesInSettings } from '../scaffold/template-source';
import type { OwnCollections, OwnTemplate, TemplateStore } from '../scaffold/template-store';
import { nodeDisk } from '../node/node-disk';
import { shippedTemplates } from './scaffold-host';
import type { Surroundings } from './streams';

/** The shipped templates and those that the workspace's `.ai-patterns.yaml` names, as far as `--trust` names them too. */
export interface Templates {
  readonly store: TemplateStore;
  readonly own: readonly OwnTemplate[];
  /** What to tell where a template is missing: sources that are named but not trusted. */
  readonly notes: readonly string[];
}

/** Reads the templates for a workspace; a source is used only when `--trust` gives exactly its origin. */
export async function templatesFor(
  root: string,
  trust: readonly string[],
  surroundings: Surroundings,
): Promise<Templates> {
  const trusted = new Set(trust.map((origin) => exactly(origin, surroundings.cwd)));
  const own: OwnTemplate[] = [];
  const notes: string[] = [];
  for (const text of namedSources(root)) {
    const source = parseSource(text);
    if (!source.ok) {
      notes.push(...source.problems.map(describeProblem));
      continue;
    }
    const place = path.resolve(root, source.value.place);
    const origin = originOf(source.value, place);
    if (!trusted.has(origin)) {
      notes.push(`The templates in ${origin} are not used. Look at them, then add --trust '${origin}'.`);
      continue;
    }
    const isZip = source.value.is === 'zip';
    const disk = nodeDisk(isZip ? path.dirname(place) : place);
    const { templates, problems } = await loadCollection(disk, source.value, path.basename(place), origin);
    own.push(...templates);
    notes.push(...problems.map((problem) => `${origin}: ${describeProblem(problem)}`));
  }
  for (const note of notes) surroundings.stderr.write(`ai-patterns: ${note}\n`);
  const collections: OwnCollections = { list: async () => own, ask: async () => undefined };
  return { store: shippedTemplates(collections), own, notes };
}

/** Below the workspace's own root only: settings of folders further in do not bring templates. */
function namedSources(root: string): readonly string[] {
  const file = path.join(root, settingsFileName);
  return existsSync(file) ? sourcesInSettings(readFileSync(file, 'utf8')) : [];
}

/** A place as written on the command line, made whole; the hash stays what it is. */
function exactly(origin: string, cwd: string): string {
  const [, place = '', pin = ''] = /^(.*?)(#sha256=[0-9a-f]{64})?$/is.exec(origin) ?? [];
  return path.resolve(cwd, place) + pin.toLowerCase();
}
