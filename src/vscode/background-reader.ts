import * as vscode from 'vscode';
import { settingsFileName } from '../core';
import { backgroundEnabled } from './settings';
import type { WorkspaceChecker } from './workspace-checker';

const patterns =
  '**/{*.yaml,*.yml,*.json,*.properties,*.toml,*.sql,*.env,.env,*.avsc,Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,requirements*.txt,MLproject,MLmodel,pom.xml,.ai-patterns.yaml}';
const leftOut =
  '**/{node_modules,.git,.venv,venv,dist,out,__pycache__,.ai-patterns/base,.ai-patterns/journal}/**';
const mostFiles = 5000;
const largestFile = 1024 * 1024;
const batchSize = 20;

/** Reads the workspace's files in the background, for facts and settings; watches them for changes from outside. */
export class BackgroundReader implements vscode.Disposable {
  private watcher: vscode.FileSystemWatcher | undefined;
  private run: Promise<void> = Promise.resolve();
  private generation = 0;

  constructor(
    private readonly checker: WorkspaceChecker,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Starts over; an earlier run gives up. */
  async start(): Promise<void> {
    const generation = ++this.generation;
    this.watcher ??= this.watch();
    const files = await vscode.workspace.findFiles(patterns, leftOut, mostFiles);
    if (files.length === mostFiles) this.log.info(`Only ${mostFiles} files are read in the background.`);
    const wanted = files.filter((uri) => backgroundEnabled(uri) || isSettings(uri));
    wanted.sort((a, b) => Number(isSettings(b)) - Number(isSettings(a)));
    this.run = this.readAll(wanted, generation);
  }

  idle(): Promise<void> {
    return this.run;
  }

  /** Reads one file from the file system, after it was closed or changed outside. */
  async reread(uri: vscode.Uri): Promise<void> {
    const home = await this.checker.homeOf(uri);
    const path = home.pathOf(uri);
    if (this.checker.isOpen(uri)) return;
    const text =
      home.folder && (backgroundEnabled(uri) || isSettings(uri)) ? await this.readText(uri) : undefined;
    if (isSettings(uri)) {
      for (const message of await home.takeSettings(uri, text)) this.log.warn(`${path}: ${message}`);
    }
    const format = text === undefined ? undefined : await home.project.prepare(path);
    if (text === undefined || !format) home.project.removeFile(path);
    else home.project.setFile(path, text, format);
  }

  dispose(): void {
    this.generation++;
    this.watcher?.dispose();
  }

  private async readAll(files: readonly vscode.Uri[], generation: number): Promise<void> {
    for (let at = 0; at < files.length && generation === this.generation; at += batchSize) {
      for (const uri of files.slice(at, at + batchSize)) {
        try {
          await this.reread(uri);
        } catch (error) {
          this.log.warn(`${uri.toString()} could not be read: ${String(error)}`);
        }
      }
      // Typing comes first.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (generation === this.generation) this.checker.factsChanged();
  }

  private watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher(patterns);
    const changed = (uri: vscode.Uri): void => {
      if (
        /\/(?:node_modules|\.git|\.venv|venv|dist|out|__pycache__|\.ai-patterns\/(?:base|journal))\//.test(
          uri.path,
        )
      )
        return;
      this.checker.later(async () => {
        await this.reread(uri);
        this.checker.factsChanged();
      });
    };
    watcher.onDidChange(changed);
    watcher.onDidCreate(changed);
    watcher.onDidDelete(changed);
    return watcher;
  }

  private async readText(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      if (stat.size > largestFile || (stat.type & vscode.FileType.Directory) !== 0) return undefined;
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.subarray(0, 8192).includes(0) ? undefined : new TextDecoder().decode(bytes);
    } catch {
      // Gone, or not for us to read: either way it tells nothing.
      return undefined;
    }
  }
}

function isSettings(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${settingsFileName}`);
}
