import * as vscode from 'vscode';
import type { Finding, Format, Gap, ProjectParts, TextChange } from '../core';
import { settingsFileName } from '../core';
import { BackgroundReader } from './background-reader';
import type { DiagnosticsPublisher } from './diagnostics';
import { FolderProject } from './folder-project';
import { affectsUs, diagnosticsEnabled } from './settings';

const pauseMs = 150;
// Each publishing sends all diagnostics of the file to the window; where they are many, the pause is waited for, and the
// editor itself moves the squiggles along with the text until then.
const mostPublishedAtOnce = 200;
const largestDocument = 8 * 1024 * 1024;

interface OpenDocument {
  readonly document: vscode.TextDocument;
  readonly format: Format;
  readonly home: FolderProject;
}

/** Checks open documents as they change, all folders of the workspace across files, and publishes what is found. */
export class WorkspaceChecker implements vscode.Disposable {
  private readonly homes = new Map<string, FolderProject>();
  private readonly open = new Map<string, OpenDocument>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly reader: BackgroundReader;
  private parts: Promise<ProjectParts> | undefined;
  private work: Promise<void> = Promise.resolve();

  /** Fires when findings, facts or gaps may have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    readonly log: vscode.LogOutputChannel,
    private readonly publisher: DiagnosticsPublisher,
  ) {
    this.reader = new BackgroundReader(this, log);
  }

  start(): void {
    const { workspace } = vscode;
    this.subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.later(() => this.opened(document))),
      workspace.onDidCloseTextDocument((document) => this.later(() => this.closed(document))),
      workspace.onDidChangeTextDocument((event) => this.edited(event)),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsUs(event)) this.later(() => this.reconfigured());
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.later(() => this.refolder())),
      workspace.onDidGrantWorkspaceTrust(() => this.later(() => this.reconfigured())),
    );
    for (const document of workspace.textDocuments) this.later(() => this.opened(document));
    this.later(() => this.reader.start());
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    for (;;) {
      const before = this.work;
      await before;
      for (const [key, timer] of this.timers) {
        clearTimeout(timer);
        this.timers.delete(key);
        this.settle(key);
      }
      await this.reader.idle();
      if (before === this.work && this.timers.size === 0) return;
    }
  }

  /** Findings of an open document, as they stand. */
  findingsIn(document: vscode.TextDocument): readonly Finding[] {
    const entry = this.open.get(document.uri.toString());
    return entry ? entry.home.findings(document.uri) : [];
  }

  /** The open document's project and path, for providers. */
  placeOf(
    document: vscode.TextDocument,
  ): { readonly home: FolderProject; readonly path: string } | undefined {
    const entry = this.open.get(document.uri.toString());
    return entry && { home: entry.home, path: entry.home.pathOf(document.uri) };
  }

  gaps(): readonly { readonly home: FolderProject; readonly gap: Gap }[] {
    return [...this.homes.values()].flatMap((home) => home.project.gaps().map((gap) => ({ home, gap })));
  }

  allHomes(): readonly FolderProject[] {
    return [...this.homes.values()];
  }

  loadParts(): Promise<ProjectParts> {
    this.parts ??= import('../parts').then((module) => module.parts);
    return this.parts;
  }

  /** The project that a resource belongs to. */
  async homeOf(uri: vscode.Uri): Promise<FolderProject> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const key = folder?.uri.toString() ?? '';
    const parts = await this.loadParts();
    let home = this.homes.get(key);
    if (!home) {
      home = new FolderProject(folder, parts);
      this.homes.set(key, home);
    }
    return home;
  }

  isOpen(uri: vscode.Uri): boolean {
    return this.open.has(uri.toString());
  }

  /** Publishes a file's findings, open or not. */
  publish(home: FolderProject, uri: vscode.Uri): void {
    if (!diagnosticsEnabled(uri)) return this.publisher.clear(uri);
    this.publisher.publish(uri, home.findings(uri), (path) => home.uriOf(path, uri));
  }

  /** Facts changed: findings across files of all open documents are published anew. */
  factsChanged(): void {
    for (const { home, document } of this.open.values()) this.publish(home, document.uri);
    this.changed.fire();
  }

  /** Queues work; one thing at a time, and a failure of one never stops the next. */
  later(task: () => Promise<void> | void): void {
    this.work = this.work.then(task).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error : String(error));
    });
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.reader.dispose();
    this.changed.dispose();
    this.open.clear();
    this.homes.clear();
  }

  private async opened(document: vscode.TextDocument): Promise<void> {
    if (!isMeant(document) || document.isClosed) return;
    const home = await this.homeOf(document.uri);
    const format = await home.project.prepare(home.pathOf(document.uri), document.languageId);
    if (!format || !vscode.workspace.textDocuments.includes(document)) return;
    const text = document.getText();
    if (text.length > largestDocument) {
      this.log.info(`${document.uri.toString()} is larger than 8 MB and is not checked.`);
      return;
    }
    this.open.set(document.uri.toString(), { document, format, home });
    home.take(document, format);
    await this.settingsMayHaveChanged(home, document);
    this.tellFailures(home);
    this.publish(home, document.uri);
    this.changed.fire();
  }

  private async closed(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const entry = this.open.get(key);
    if (!entry) return;
    this.open.delete(key);
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.publisher.clear(document.uri);
    // What is on disk counts from now on; a file that is gone, or never was, tells no facts.
    await this.reader.reread(document.uri);
    this.changed.fire();
  }

  private edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const entry = this.open.get(key);
    if (!entry || contentChanges.length === 0) return;
    entry.home.project.changeFile(entry.home.pathOf(document.uri), contentChanges.map(changeOf));
    if (this.publisher.countOf(document.uri) <= mostPublishedAtOnce) this.publish(entry.home, document.uri);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        this.settle(key);
      }, pauseMs),
    );
  }

  private settle(key: string): void {
    const entry = this.open.get(key);
    if (!entry) return;
    const { home, document } = entry;
    home.project.settle(home.pathOf(document.uri));
    this.tellFailures(home);
    this.later(() => this.settingsMayHaveChanged(home, document));
    this.factsChanged();
  }

  private async settingsMayHaveChanged(home: FolderProject, document: vscode.TextDocument): Promise<void> {
    if (!document.uri.path.endsWith(`/${settingsFileName}`)) return;
    for (const message of await home.takeSettings(document.uri, document.getText())) this.log.warn(message);
    this.factsChanged();
  }

  private async reconfigured(): Promise<void> {
    for (const home of this.homes.values()) home.refreshOptions();
    this.factsChanged();
    await this.reader.start();
  }

  private async refolder(): Promise<void> {
    for (const { document } of this.open.values()) this.publisher.clear(document.uri);
    this.homes.clear();
    this.open.clear();
    for (const document of vscode.workspace.textDocuments) await this.opened(document);
    await this.reader.start();
  }

  private tellFailures(home: FolderProject): void {
    for (const { rule, path, message } of home.project.failures()) {
      this.log.error(`Rule ${rule} failed on ${path}: ${message}`);
    }
  }
}

function changeOf({ range, text }: vscode.TextDocumentContentChangeEvent): TextChange {
  return { start: range.start, end: range.end, text };
}

/** Not the views of version control, outputs and comparisons, which show texts that nobody edits. */
function isMeant(document: vscode.TextDocument): boolean {
  return ![
    'git',
    'output',
    'vscode-scm',
    'search-editor',
    'comment',
    'ai-patterns-rule',
    'ai-patterns-preview',
    'ai-patterns-snippet',
    'ai-patterns-conflict',
    'ai-patterns-template',
  ].includes(document.uri.scheme);
}
