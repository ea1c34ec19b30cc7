import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { filesBelow, type Case, type Component } from './component';

/** One component generated with one set of answers. */
export interface Project {
  readonly component: Component;
  readonly case: Case;
  readonly folder: string;
  /** Paths below the folder, with `/`. */
  readonly files: readonly string[];
}

/** One document of a generated YAML file. */
export interface YamlDocument {
  readonly path: string;
  readonly value: unknown;
}

/** Lists what was generated; what tests leave behind is not part of it. */
export function projectIn(folder: string, component: Component, which: Case): Project {
  const files = filesBelow(folder).map((path) => relative(folder, path).split(sep).join('/'));
  return { component, case: which, folder, files: files.filter((path) => !path.startsWith('.ai-patterns/')) };
}

/** The project's files whose path matches. */
export function filesLike(project: Project, pattern: RegExp): readonly string[] {
  return project.files.filter((path) => pattern.test(path));
}

/** The text of one generated file. */
export function textOf(project: Project, path: string): string {
  return readFileSync(join(project.folder, path), 'utf8');
}

/** Every document of the project's YAML files. */
export function yamlDocuments(project: Project): readonly YamlDocument[] {
  return filesLike(project, /\.ya?ml$/).flatMap((path) =>
    parseAllDocuments(textOf(project, path)).map((document) => ({ path, value: document.toJS() as unknown })),
  );
}
