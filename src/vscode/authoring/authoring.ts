import * as vscode from 'vscode';
import type { DiskFactory } from '../scaffold/system-folder';
import { AuthoringProviders } from './authoring-providers';
import { filesOfTemplate, templatePlaceOf, templateSelector } from './template-folders';
import { TemplatePreview } from './template-preview';
import { TemplateTests } from './template-tests';
import { createTemplate } from './create-template';

const pauseMs = 200;

/** What helps an author of templates: diagnostics, names, preview, cases. Nothing is loaded before a template is open. */
export class Authoring implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('ai-patterns-templates');
  private readonly published = new Map<string, readonly vscode.Uri[]>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly tests: TemplateTests;
  private readonly preview: TemplatePreview;
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(
    private readonly diskFor: DiskFactory,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.tests = new TemplateTests(diskFor);
    this.preview = new TemplatePreview(diskFor);
    const providers = new AuthoringProviders(diskFor);
    const { languages, workspace, commands } = vscode;
    const soon = (document: vscode.TextDocument): void => this.soon(document);
    this.subscriptions = [
      this.diagnostics,
      this.tests,
      this.preview,
      languages.registerCompletionItemProvider(templateSelector, providers, '{', ' ', '('),
      languages.registerDefinitionProvider(templateSelector, providers),
      languages.registerReferenceProvider(templateSelector, providers),
      workspace.onDidOpenTextDocument(soon),
      workspace.onDidSaveTextDocument(soon),
      workspace.onDidChangeTextDocument(({ document }) => soon(document)),
      workspace.onDidCloseTextDocument((document) => this.closed(document)),
      commands.registerCommand('aiPatterns.createTemplate', (folder: unknown) =>
        createTemplate(folder instanceof vscode.Uri ? folder : undefined, diskFor, log),
      ),
    ];
    workspace.textDocuments.forEach(soon);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Checks the whole template when typing pauses. */
  private soon(document: vscode.TextDocument): void {
    if (vscode.languages.match(templateSelector, document) === 0) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    const check = (): void => {
      this.timers.delete(key);
      this.check(document).catch((error: unknown) => {
        this.log.error(error instanceof Error ? error : String(error));
      });
    };
    this.timers.set(key, setTimeout(check, pauseMs));
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const place = await templatePlaceOf(document.uri);
    if (!place || document.isClosed) return;
    this.tests.begin();
    const { diagnosticsOf } = await import('./template-diagnostics');
    const found = diagnosticsOf(await filesOfTemplate(place.folder, this.diskFor));
    this.clear(place.folder);
    const uris = [...found].map(([path, diagnostics]) => {
      const uri = vscode.Uri.joinPath(place.folder, path);
      this.diagnostics.set(uri, diagnostics);
      return uri;
    });
    this.published.set(place.folder.toString(), uris);
    this.preview.refresh(place.folder);
  }

  /** The last file of a template that is closed takes its problems with it. */
  private closed(document: vscode.TextDocument): void {
    const folders = [...this.published.keys()].filter((folder) =>
      document.uri.toString().startsWith(`${folder}/`),
    );
    for (const folder of folders) {
      const isOpen = vscode.workspace.textDocuments.some(
        (each) => each !== document && each.uri.toString().startsWith(`${folder}/`),
      );
      if (!isOpen) this.clear(vscode.Uri.parse(folder));
    }
  }

  private clear(folder: vscode.Uri): void {
    for (const uri of this.published.get(folder.toString()) ?? []) this.diagnostics.delete(uri);
    this.published.delete(folder.toString());
  }
}
