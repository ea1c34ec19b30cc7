import * as vscode from 'vscode';
import type { DiskFactory } from '../scaffold/system-folder';
import { filesOfTemplate, templatePlaceOf } from './template-folders';

/** The cases of the workspace's templates in the Test Explorer; there is none before a template was opened. */
export class TemplateTests implements vscode.Disposable {
  private controller: vscode.TestController | undefined;
  private readonly subscriptions: { dispose(): unknown }[] = [];

  constructor(private readonly diskFor: DiskFactory) {}

  /** Shows the cases from now on; asked for again it does nothing. */
  begin(): void {
    if (this.controller) return;
    const controller = vscode.tests.createTestController('aiPatterns.templates', vscode.l10n.t('Templates'));
    this.controller = controller;
    void vscode.commands.executeCommand('setContext', 'aiPatterns.templateOpen', true);
    controller.resolveHandler = (item) => (item ? this.addCases(item) : this.addTemplates());
    controller.refreshHandler = () => this.addTemplates();
    controller.createRunProfile(
      vscode.l10n.t('Run'),
      vscode.TestRunProfileKind.Run,
      (request, token) => this.run(request, token),
      true,
    );
    const watcher = vscode.workspace.createFileSystemWatcher('**/cases/*/*.yaml');
    const again = (uri: vscode.Uri): void => {
      const folder = vscode.Uri.joinPath(uri, '../../..');
      const item = controller.items.get(folder.toString());
      if (item) void this.addCases(item);
      else void this.addTemplates();
    };
    watcher.onDidCreate(again);
    watcher.onDidDelete(again);
    this.subscriptions.push(watcher, controller);
    void this.addTemplates();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async addTemplates(): Promise<void> {
    const { controller } = this;
    if (!controller) return;
    const found = await vscode.workspace.findFiles('**/template.yaml', '**/node_modules/**');
    const items: vscode.TestItem[] = [];
    for (const uri of found) {
      const place = await templatePlaceOf(uri);
      if (!place) continue;
      const name = place.folder.path.split('/').slice(-2).join('/');
      const item = controller.createTestItem(place.folder.toString(), name, uri);
      await this.addCases(item);
      items.push(item);
    }
    controller.items.replace(items);
  }

  private async addCases(item: vscode.TestItem): Promise<void> {
    const { controller } = this;
    if (!controller) return;
    const { loadCases } = await import('../../scaffold/cases');
    const folder = vscode.Uri.parse(item.id, true);
    const cases = loadCases(await filesOfTemplate(folder, this.diskFor));
    item.error = cases.ok ? undefined : cases.problems.map(({ message }) => message).join('\n');
    const children = (cases.ok ? cases.value : []).map(({ name }) => {
      const uri = vscode.Uri.joinPath(folder, 'cases', name, 'answers.yaml');
      return controller.createTestItem(`${item.id}#${name}`, name, uri);
    });
    item.children.replace(children);
  }

  private async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const { controller } = this;
    if (!controller) return;
    const run = controller.createTestRun(request);
    const excluded = new Set((request.exclude ?? []).map(({ id }) => id));
    const wanted = (request.include ?? [...controller.items].map(([, item]) => item)).flatMap((item) =>
      item.children.size > 0 ? [...item.children].map(([, child]) => child) : [item],
    );
    for (const item of wanted) {
      if (token.isCancellationRequested) break;
      if (item.parent && !excluded.has(item.id) && !excluded.has(item.parent.id))
        await this.runOne(run, item, item.parent);
    }
    run.end();
  }

  private async runOne(run: vscode.TestRun, item: vscode.TestItem, parent: vscode.TestItem): Promise<void> {
    run.started(item);
    const startMs = performance.now();
    const messages = await this.play(vscode.Uri.parse(parent.id, true), item);
    const durationMs = performance.now() - startMs;
    if (messages.length > 0) run.failed(item, messages, durationMs);
    else run.passed(item, durationMs);
  }

  private async play(folder: vscode.Uri, item: vscode.TestItem): Promise<vscode.TestMessage[]> {
    const [{ checkTemplate }, { loadCases, runCase }, { describeProblem }] = await Promise.all([
      import('../../scaffold/load-template'),
      import('../../scaffold/cases'),
      import('../../scaffold/result'),
    ]);
    const files = await filesOfTemplate(folder, this.diskFor);
    const { template, problems } = checkTemplate(files);
    const cases = loadCases(files);
    const wanted = cases.ok ? cases.value.find(({ name }) => name === item.label) : undefined;
    const missing = { code: 'case-missing', message: vscode.l10n.t('The case cannot be read.') };
    const faults =
      problems.length > 0 ? problems : wanted ? (await runCase(template, wanted)).problems : [missing];
    return faults.map((problem) => {
      const message = new vscode.TestMessage(describeProblem(problem));
      if (item.uri) message.location = new vscode.Location(item.uri, new vscode.Position(0, 0));
      return message;
    });
  }
}
