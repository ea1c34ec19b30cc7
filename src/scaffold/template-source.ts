import { parseDocument } from 'yaml';
import { isPlain } from './canonical';
import { readFolder, readZip, templateFolders, type CollectionFolder } from './collection';
import { explainDiskProblem, type Disk } from './disk';
import { loadTemplate, type SourceFile } from './load-template';
import { ok, refused, type Problem, type Result } from './result';
import type { OwnTemplate } from './template-store';

/** A place of templates as a user wrote it: a folder, or a zip with the hash that was agreed to. */
export type TemplateSource =
  | { readonly is: 'folder'; readonly place: string }
  | { readonly is: 'zip'; readonly place: string; readonly sha256: string };

/** What was read from a source: the templates that are right, and what is wrong with the others. */
export interface Collection {
  readonly templates: readonly OwnTemplate[];
  readonly problems: readonly Problem[];
}

const pin = /#sha256=([0-9a-f]{64})$/i;

/** Reads a source as it stands in a setting; refuses what is neither a folder nor a pinned zip on this machine. */
export function parseSource(text: string): Result<TemplateSource> {
  const written = text.trim();
  const sha256 = pin.exec(written)?.[1]?.toLowerCase();
  const place = written.replace(pin, '');
  const refuse = (message: string, next: string): Result<never> =>
    refused({ code: 'source-refused', message, next });
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    return refuse(
      `"${written}" is an address; templates are never fetched.`,
      'Download it and name the file.',
    );
  if (place === '' || place.includes('\0') || place.includes('#'))
    return refuse(`"${written}" is no folder and no zip.`, 'Write a folder, or file.zip#sha256=<hash>.');
  if (sha256 !== undefined) return ok({ is: 'zip', place, sha256 });
  if (/\.zip$/i.test(place))
    return refuse(`"${written}" is not pinned by its hash.`, `Write ${place}#sha256=<its SHA-256>.`);
  return ok({ is: 'folder', place });
}

/** What stands for a source when it is trusted: its whole place, and the hash of a zip; never a part of it. */
export function originOf(source: TemplateSource, absolutePlace: string): string {
  return source.is === 'zip' ? `${absolutePlace}#sha256=${source.sha256}` : absolutePlace;
}

/** The sources that a settings file names below `templates:`; none where it cannot be read. */
export function sourcesInSettings(text: string): readonly string[] {
  const document = parseDocument(text);
  const value: unknown = document.errors.length > 0 ? undefined : document.toJS();
  const named: unknown = isPlain(value) ? value['templates'] : undefined;
  return Array.isArray(named) ? named.filter((each) => typeof each === 'string') : [];
}

/** Reads all templates of a source. `disk` is rooted at the folder, or at the folder that holds the zip `name`. */
export async function loadCollection(
  disk: Disk,
  source: TemplateSource,
  name: string,
  origin: string,
): Promise<Collection> {
  const files =
    source.is === 'folder' ? await readFolder(disk, '') : await zipFiles(disk, name, source.sha256);
  if (!files.ok) return { templates: [], problems: files.problems };
  const folders = foldersIn(files.value);
  const problems: Problem[] = [];
  if (folders.length === 0)
    problems.push({
      code: 'collection-empty',
      message: `There is no template in "${origin}".`,
      next: 'A template is a folder <pattern>/<component> with a template.yaml.',
    });
  const templates = folders.flatMap((folder) => {
    const loaded = loadOne(folder);
    if (loaded.ok) return [{ template: loaded.value, origin }];
    problems.push(
      ...loaded.problems.map((problem) => ({ ...problem, path: `${folder.path}/${problem.path ?? ''}` })),
    );
    return [];
  });
  return { templates, problems };
}

/** The templates of a folder's files: the folder itself, where it is one, or those below it. */
export function foldersIn(files: readonly SourceFile[]): readonly CollectionFolder[] {
  return files.some(({ path }) => path === 'template.yaml') ? [{ path: '', files }] : templateFolders(files);
}

function loadOne({ path, files }: CollectionFolder): ReturnType<typeof loadTemplate> {
  const loaded = loadTemplate(files.filter((file) => !file.path.startsWith('cases/')));
  if (!loaded.ok || path === '' || loaded.value.manifest.id === path) return loaded;
  return refused({
    code: 'template-broken',
    message: `The id "${loaded.value.manifest.id}" is not the folder's path "${path}".`,
    path: 'template.yaml',
    line: 1,
    column: 1,
  });
}

async function zipFiles(disk: Disk, name: string, sha256: string): Promise<Result<readonly SourceFile[]>> {
  const bytes = await disk.read(name);
  return bytes.ok ? readZip(bytes.value, sha256) : refused(explainDiskProblem(bytes.problem));
}
