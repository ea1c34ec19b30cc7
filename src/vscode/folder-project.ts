import * as vscode from 'vscode';
import { Project, settingsFileName } from '../core';
import type { FileAnalysis, Finding, Format, ProjectParts } from '../core';
import { editorSettings } from './settings';

/** A workspace folder, or the place of documents outside of any, with its project. */
export class FolderProject {
  readonly project: Project;

  constructor(
    readonly folder: vscode.WorkspaceFolder | undefined,
    parts: ProjectParts,
  ) {
    this.project = new Project(parts, this.options());
  }

  /** POSIX path relative to the folder; for others the whole path, so that two never share one. */
  pathOf(uri: vscode.Uri): string {
    if (!this.folder) return uri.path.replace(/^\//, '');
    const base = this.folder.uri.path.endsWith('/') ? this.folder.uri.path : `${this.folder.uri.path}/`;
    return uri.path.startsWith(base) ? uri.path.slice(base.length) : uri.path.replace(/^\//, '');
  }

  uriOf(path: string, known?: vscode.Uri): vscode.Uri {
    if (this.folder) return vscode.Uri.joinPath(this.folder.uri, path);
    return known?.with({ path: `/${path}` }) ?? vscode.Uri.file(`/${path}`);
  }

  /** Takes a document's whole text. */
  take(document: { readonly uri: vscode.Uri; getText(): string }, format: Format): FileAnalysis {
    return this.project.setFile(this.pathOf(document.uri), document.getText(), format);
  }

  findings(uri: vscode.Uri): readonly Finding[] {
    return this.project.findingsOf(this.pathOf(uri));
  }

  refreshOptions(): void {
    this.project.setOptions(this.options());
  }

  /** Takes a settings file's text, or its absence. */
  async takeSettings(uri: vscode.Uri, text: string | undefined): Promise<readonly string[]> {
    await this.project.prepare(settingsFileName);
    return this.project.setSettingsFile(this.pathOf(uri), text).map(({ message }) => message);
  }

  private options(): ConstructorParameters<typeof Project>[1] {
    return {
      today: new Date().toISOString().slice(0, 10),
      base: editorSettings(this.folder),
      closed: this.folder !== undefined,
    };
  }
}
