import { stringify } from 'yaml';
import type { SourceFile } from './load-template';
import { matchesGlob, nameOf } from './paths';
import { bytesOf, textOf } from './text';

/** Files that are left out of a new template: what tools make, and what may hold secrets. */
const leftOut = [
  '.git/**',
  'node_modules/**',
  '**/__pycache__/**',
  '.venv/**',
  'dist/**',
  'out/**',
  '.ai-patterns/**',
  '.env',
  '**/.env',
];

/** Makes a template from an existing folder: a manifest to go on with, every file copied byte for byte, and one case. */
export function templateFromFolder(
  id: string,
  title: string,
  files: readonly SourceFile[],
): readonly SourceFile[] {
  const taken = files.filter((file) => !leftOut.some((pattern) => matchesGlob(pattern, file.path)));
  const hidden = taken.filter(
    (file) => /^\.[a-z]*ignore$/.test(nameOf(file.path)) || file.path.endsWith('.hbs'),
  );
  const rules = hidden.map((file) => ({ path: storedName(file.path), rename: file.path }));
  const manifest = {
    id,
    version: '1.0.0',
    title,
    description: `Made from a folder with ${taken.length} ${taken.length === 1 ? 'file' : 'files'}. Say here what it is for.`,
    ...(rules.length > 0 && { files: rules }),
  };
  return [
    { path: 'template.yaml', bytes: bytesOf(stringify(manifest)) },
    ...taken.map((file) => ({ path: `files/${storedName(file.path)}`, bytes: file.bytes })),
    { path: 'cases/defaults/answers.yaml', bytes: bytesOf('{}\n') },
  ];
}

/** A path under which a file is neither hidden by a tool nor rendered. */
function storedName(path: string): string {
  if (path.endsWith('.hbs')) return `${path}.copy`;
  const name = nameOf(path);
  const stored = /^\.[a-z]*ignore$/.test(name) ? name.slice(1) : name;
  return path.slice(0, path.length - name.length) + stored;
}

/** Puts an answer in the place of a text in a file that was copied, so that it becomes a `.hbs` file. */
export function parametrise(
  file: SourceFile,
  found: string,
  helper: string,
  name: string,
): SourceFile | undefined {
  const text = textOf(file.bytes);
  if (text === undefined || found === '' || !text.includes(found)) return undefined;
  // Braces that stood there before are other languages' and stay what they were.
  const kept = text.replaceAll('{{', '\\{{').replaceAll(found, `{{${helper} ${name}}}`);
  return { path: `${file.path}.hbs`, bytes: bytesOf(kept) };
}
