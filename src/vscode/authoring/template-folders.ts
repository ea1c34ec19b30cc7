import * as vscode from 'vscode';
import type { SourceFile } from '../../scaffold/load-template';
import type { DiskFactory } from '../scaffold/system-folder';

const manifestName = 'template.yaml';
/** An id of ours, which other tools' files of that name do not have. */
const ourId = /^id:\s*['"]?[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*/m;

/** A template's folder, and which of its files a document is. */
export interface TemplatePlace {
  readonly folder: vscode.Uri;
  readonly path: string;
}

/** The documents that can belong to a template. */
export const templateSelector: vscode.DocumentSelector = [
  { pattern: `**/${manifestName}` },
  { pattern: '**/files/**/*.hbs' },
];

/** Finds the folder of the template that a document belongs to; undefined where it is none of ours. */
export async function templatePlaceOf(uri: vscode.Uri): Promise<TemplatePlace | undefined> {
  const isManifest = uri.path.endsWith(`/${manifestName}`);
  if (!isManifest && !(uri.path.endsWith('.hbs') && uri.path.includes('/files/'))) return undefined;
  for (const folder of isManifest ? [vscode.Uri.joinPath(uri, '..')] : foldersAbove(uri)) {
    const text = await textAt(vscode.Uri.joinPath(folder, manifestName));
    if (text === undefined || !ourId.test(text)) continue;
    return { folder, path: uri.path.slice(folder.path.length + 1) };
  }
  return undefined;
}

/** All files of a template as the user sees them: what is open and unsaved counts. */
export async function filesOfTemplate(
  folder: vscode.Uri,
  diskFor: DiskFactory,
): Promise<readonly SourceFile[]> {
  const { readFolder } = await import('../../scaffold/collection');
  const files = await readFolder(diskFor(folder), '');
  const found = new Map((files.ok ? files.value : []).map((file) => [file.path, file]));
  const base = `${folder.toString()}/`;
  for (const document of vscode.workspace.textDocuments) {
    const uri = document.uri.toString();
    if (!uri.startsWith(base) || !document.isDirty) continue;
    const path = document.uri.path.slice(folder.path.length + 1);
    found.set(path, { path, bytes: new TextEncoder().encode(document.getText()) });
  }
  return [...found.values()];
}

/** The folders above a file that lies below a `files/`, nearest first. */
function foldersAbove(uri: vscode.Uri): readonly vscode.Uri[] {
  const parts = uri.path.split('/');
  const folders: vscode.Uri[] = [];
  for (let length = parts.length - 1; length > 1; length--)
    if (parts[length] === 'files') folders.push(uri.with({ path: parts.slice(0, length).join('/') }));
  return folders;
}

async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Most folders have no such file; that is what is asked here.
    return undefined;
  }
}
