import { loadBlueprint, type Blueprint } from './blueprint';
import { loadTemplate, type SourceFile } from './load-template';
import { ok, refused, type Result } from './result';
import type { Template } from './template';

/** Shipped templates and blueprints, checked and parsed at build time: plain data that needs no parser and no code from text. */
export interface Precompiled {
  readonly templates: readonly Template[];
  readonly blueprints: readonly Blueprint[];
}

/** Reads, checks and parses one template for shipping. */
export function precompileTemplate(files: readonly SourceFile[]): Result<Template> {
  return loadTemplate(files);
}

/** Reads every template and blueprint below `templates/` (paths relative to it) for shipping; refuses when any is broken. */
export function precompileAll(files: readonly SourceFile[]): Result<Precompiled> {
  const folders = new Set(
    files.flatMap((file) => /^([^/]+\/[^/]+)\/template\.yaml$/.exec(file.path)?.[1] ?? []),
  );
  const templates: Template[] = [];
  for (const folder of [...folders].sort()) {
    const own = files.filter((file) => file.path.startsWith(`${folder}/`));
    const loaded = loadTemplate(own.map((file) => ({ ...file, path: file.path.slice(folder.length + 1) })));
    if (!loaded.ok)
      return refused(
        ...loaded.problems.map((problem) => ({ ...problem, path: `${folder}/${problem.path ?? ''}` })),
      );
    if (loaded.value.manifest.id !== folder)
      return refused({
        code: 'template-broken',
        message: `The id "${loaded.value.manifest.id}" is not the folder's path.`,
        path: folder,
      });
    templates.push(loaded.value);
  }
  const blueprints: Blueprint[] = [];
  for (const file of files.filter((candidate) => /^blueprints\/[^/]+\.yaml$/.test(candidate.path))) {
    const loaded = loadBlueprint(file.path, new TextDecoder().decode(file.bytes), templates);
    if (!loaded.ok) return loaded;
    blueprints.push(loaded.value);
  }
  return ok({ templates, blueprints });
}

/** The text of a module with the shipped templates; JSON in a string is read several times faster than a literal. */
export function precompiledModule({ templates, blueprints }: Precompiled): string {
  const text = JSON.stringify(JSON.stringify({ templates, blueprints })).replace(/\u2028|\u2029/g, (unit) =>
    unit === '\u2028' ? '\\u2028' : '\\u2029',
  );
  return `// Written by \`npm run generate\` from templates/; do not edit.
import type { Precompiled } from '../scaffold/precompile';

/** The shipped templates and blueprints. */
// The text was written from this very type.
export const shipped = JSON.parse(${text}) as Precompiled;
`;
}
