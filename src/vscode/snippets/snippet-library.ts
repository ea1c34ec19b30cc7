import * as vscode from 'vscode';
import { readLibrary } from '../../snippets/library';
import type { Snippet } from '../../snippets/snippet';

/** The shipped snippets, read from the files that the manifest contributes when they are first asked for. */
export class SnippetLibrary {
  private loaded: Promise<readonly Snippet[]> | undefined;

  constructor(private readonly extension: vscode.Extension<unknown>) {}

  /** All snippets, in the order of the manifest. */
  all(): Promise<readonly Snippet[]> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  /** The snippet of that prefix. */
  async find(prefix: string): Promise<Snippet | undefined> {
    return (await this.all()).find((snippet) => snippet.prefix === prefix);
  }

  private async load(): Promise<readonly Snippet[]> {
    const read = contributedPaths(this.extension.packageJSON).map(async (path) => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension.extensionUri, path));
      return readLibrary(new TextDecoder().decode(bytes));
    });
    return (await Promise.all(read)).flat();
  }
}

function contributedPaths(manifest: unknown): readonly string[] {
  const entries = at(at(manifest, 'contributes'), 'snippets');
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
    const path = at(entry, 'path');
    return typeof path === 'string' ? [path] : [];
  });
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
