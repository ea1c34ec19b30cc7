import * as vscode from 'vscode';
import type { DiskFactory } from '../scaffold/system-folder';
import { filesOfTemplate, templatePlaceOf } from './template-folders';
import type { TemplatePlace } from './template-folders';

/** The scheme of previews; nobody edits them, so they are not checked. */
export const previewScheme = 'ai-patterns-template';

interface Shown extends TemplatePlace {
  /** Of the case whose answers are used; the first where there is none. */
  caseName: string | undefined;
}

/** What a template's file becomes with the answers of a case, beside the file and as it is typed. */
export class TemplatePreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly shown = new Map<string, Shown>();
  private readonly registrations: readonly vscode.Disposable[];
  private status: vscode.StatusBarItem | undefined;

  constructor(private readonly diskFor: DiskFactory) {
    this.registrations = [
      vscode.workspace.registerTextDocumentContentProvider(previewScheme, this),
      vscode.commands.registerCommand('aiPatterns.previewTemplate', (given: unknown) => this.open(given)),
      vscode.commands.registerCommand('aiPatterns.switchTemplateCase', () => this.switchCase()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.shown.delete(uri.toString());
        if (this.shown.size === 0) this.status?.hide();
      }),
    ];
  }

  /** Renders what is shown of a template anew. */
  refresh(folder: vscode.Uri): void {
    for (const [key, shown] of this.shown)
      if (shown.folder.toString() === folder.toString()) this.changed.fire(vscode.Uri.parse(key, true));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const shown = this.shown.get(uri.toString());
    if (!shown) return '';
    const { previewOf } = await import('./preview-text');
    const files = await filesOfTemplate(shown.folder, this.diskFor);
    const { text, caseName } = await previewOf(files, shown.path, shown.caseName);
    this.tellCase(caseName);
    return text;
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    this.changed.dispose();
    this.status?.dispose();
    this.shown.clear();
  }

  private async open(given: unknown): Promise<void> {
    const source = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    const place = source && (await templatePlaceOf(source));
    if (!source || !place) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the template.yaml of a template, or a .hbs file below its files.'),
      );
      return;
    }
    // Without .hbs, so that the editor colours what comes out, not the template.
    const path = source.path.replace(/\.hbs$/, '');
    const uri = vscode.Uri.from({ scheme: previewScheme, path, query: source.toString() });
    this.shown.set(uri.toString(), { ...place, caseName: this.shown.get(uri.toString())?.caseName });
    const document = await vscode.workspace.openTextDocument(uri);
    const viewColumn = vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
  }

  /** Takes the answers of another case for all that is shown of the template. */
  private async switchCase(): Promise<void> {
    const active = vscode.window.visibleTextEditors.find(({ document }) =>
      this.shown.has(document.uri.toString()),
    );
    const current = active && this.shown.get(active.document.uri.toString());
    if (!current) return this.open(undefined);
    const { casesOf } = await import('./preview-text');
    const cases = casesOf(await filesOfTemplate(current.folder, this.diskFor));
    const items = cases.map(({ name, answers }) => ({
      label: name,
      detail:
        Object.entries(answers)
          .map(([question, answer]) => `${question}: ${String(answer)}`)
          .join(', ') || vscode.l10n.t('the defaults'),
    }));
    const placeHolder = vscode.l10n.t('Answers to preview the template with');
    const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true });
    if (!chosen) return;
    for (const shown of this.shown.values())
      if (shown.folder.toString() === current.folder.toString()) shown.caseName = chosen.label;
    this.refresh(current.folder);
  }

  private tellCase(name: string | undefined): void {
    this.status ??= vscode.window.createStatusBarItem('aiPatterns.case', vscode.StatusBarAlignment.Right, 90);
    this.status.name = vscode.l10n.t('Template Case');
    this.status.text = `$(beaker) ${name ?? vscode.l10n.t('defaults')}`;
    this.status.tooltip = vscode.l10n.t('Choose the answers of the template preview');
    this.status.command = 'aiPatterns.switchTemplateCase';
    this.status.show();
  }
}
