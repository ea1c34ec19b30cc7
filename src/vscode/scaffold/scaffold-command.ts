import * as vscode from 'vscode';
import type { Value } from '../../scaffold/expression';
import { componentIdFor } from '../../scaffold/component-id';
import { planScaffold } from '../../scaffold/plan';
import { readRecords } from '../../scaffold/record';
import { manifestOf } from '../../scaffold/blueprint';
import { findBlueprint, requestsBelow } from '../../scaffold/blueprint-requests';
import type { BlueprintSummary, TemplateStore, TemplateSummary } from '../../scaffold/template-store';
import type { ComponentRequest, NamedFact } from '../../scaffold/system';
import { askBindings } from './bindings';
import type { Drafts } from './drafts';
import { askChoice, askText } from './multi-step';
import type { PlanSession } from './plan-session';
import { askQuestions } from './questions';
import { planHost, tellRefusal } from './system-folder';
import type { DiskFactory } from './system-folder';
import { patternTitle } from './pattern-titles';

/** What may be known before the first question: from a menu, a gap, or another command. */
export interface ScaffoldStart {
  readonly pattern?: string;
  readonly template?: string;
  readonly folder?: vscode.Uri;
  readonly answers?: Readonly<Record<string, Value>>;
}

interface Parts {
  readonly templates: TemplateStore;
  readonly drafts: Drafts;
  readonly session: PlanSession;
  readonly diskFor: DiskFactory;
  readonly log: vscode.LogOutputChannel;
  /** What the files of a folder tell of the system: what a port can be connected to. */
  readonly factsOf: (root: vscode.Uri) => Promise<Iterable<NamedFact>>;
}

/** The wizard: template, place, questions; then the plan is shown, and nothing is written before it is agreed to. */
export class ScaffoldCommand {
  constructor(private readonly parts: Parts) {}

  async run(start: ScaffoldStart): Promise<void> {
    const root = await this.chooseRoot(start.folder);
    if (!root) return;
    await this.parts.templates.refresh();
    let template = start.template;
    let answers = start.answers ?? {};
    let destination = start.folder ? relativePath(root, start.folder) : undefined;
    for (;;) {
      if (template === undefined) {
        const chosen = await this.chooseTemplate(start.pattern, root);
        if (!chosen) return;
        if (chosen.isSystem) {
          if ((await this.askSystem(root, chosen.template)) !== 'back') return;
          continue;
        }
        template = chosen.template;
        answers = { ...answers, ...chosen.answers };
        destination ??= chosen.destination;
      }
      const outcome = await this.askAndPlan(root, template, destination, answers);
      if (outcome !== 'back') return;
      template = start.template;
      if (template !== undefined) return;
    }
  }

  private async askAndPlan(
    root: vscode.Uri,
    templateId: string,
    givenDestination: string | undefined,
    given: Readonly<Record<string, Value>>,
  ): Promise<'done' | 'back'> {
    const template = await this.parts.templates.find(templateId);
    if (!template) throw new Error(`There is no template "${templateId}".`);
    const { manifest } = template;
    let answers = given;
    let destination = givenDestination;
    for (;;) {
      if (destination === undefined) {
        const place = await this.askDestination(manifest.title, templateId);
        if (place.is === 'back') return 'back';
        if (place.is !== 'answer') return 'done';
        destination = folderOf(place.value);
      }
      const place = destination;
      const keep = (kept: Readonly<Record<string, Value>>): Promise<void> =>
        this.parts.drafts.keep({
          template: templateId,
          folder: root.toString(),
          destination: place,
          answers: kept,
        });
      const records = await readRecords(this.parts.diskFor(root));
      if (!records.ok) {
        await tellRefusal(records, this.parts.log);
        return 'done';
      }
      const connected = await askBindings(manifest, records.value, await this.parts.factsOf(root));
      if (!connected) {
        await keep(answers);
        return 'done';
      }
      const settled = new Set(Object.keys(connected.answers));
      const result = await askQuestions(
        manifest,
        { ...answers, ...connected.found, ...connected.answers },
        2,
        keep,
        settled,
      );
      if (result.is === 'cancel') {
        await keep(result.answers);
        return 'done';
      }
      if (result.is === 'back') {
        if (givenDestination !== undefined) return 'back';
        destination = undefined;
        continue;
      }
      answers = result.answers;
      // What a port answers is read from the port, now and at each update.
      const own = Object.fromEntries(Object.entries(answers).filter(([name]) => !settled.has(name)));
      const id = componentIdFor(manifest.id, place, records.value);
      const { bindings } = connected;
      await this.plan(root, [{ id, template, destination: place, answers: own, bindings }]);
      return 'done';
    }
  }

  /** A whole system: one set of names, then all of its components in one plan. */
  private async askSystem(root: vscode.Uri, name: string): Promise<'done' | 'back'> {
    const found = await findBlueprint(this.parts.templates, name);
    if (!found) throw new Error(`There is no blueprint "${name}".`);
    if (!found.ok) {
      await tellRefusal(found, this.parts.log);
      return 'done';
    }
    const { blueprint } = found.value;
    for (;;) {
      const place = await this.askDestination(blueprint.title, '/');
      if (place.is !== 'answer') return place.is === 'back' ? 'back' : 'done';
      const result = await askQuestions(manifestOf(blueprint), {}, 2, async () => undefined, new Set());
      if (result.is === 'back') continue;
      if (result.is === 'cancel') return 'done';
      const requests = requestsBelow(found.value, folderOf(place.value), result.answers);
      if (requests.ok) await this.plan(root, requests.value);
      else await tellRefusal(requests, this.parts.log);
      return 'done';
    }
  }

  private async plan(root: vscode.Uri, components: readonly ComponentRequest[]): Promise<void> {
    const disk = this.parts.diskFor(root);
    const host = planHost(root);
    const prepare = (exclude: readonly string[]): ReturnType<typeof planScaffold> =>
      planScaffold(disk, { components, ...(exclude.length > 0 && { exclude }) }, host);
    await this.parts.session.show(root, disk, prepare, async () => this.parts.drafts.forget());
  }

  private async chooseRoot(folder: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const own = folder && vscode.workspace.getWorkspaceFolder(folder);
    if (own) return own.uri;
    if (folders.length === 1) return folders[0]?.uri;
    if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
    const open = vscode.l10n.t('Open Folder…');
    const text = vscode.l10n.t('Scaffolding writes into a folder. Open one first.');
    if ((await vscode.window.showInformationMessage(text, open)) === open) {
      await vscode.commands.executeCommand('vscode.openFolder');
    }
    return undefined;
  }

  private async chooseTemplate(
    pattern: string | undefined,
    root: vscode.Uri,
  ): Promise<
    | {
        template: string;
        answers: Readonly<Record<string, Value>>;
        destination?: string;
        isSystem?: boolean;
      }
    | undefined
  > {
    const all = (await this.parts.templates.list()).filter(
      ({ id }) => pattern === undefined || id.startsWith(`${pattern}/`),
    );
    const draft = this.parts.drafts.get();
    const resumable =
      draft?.folder === root.toString() && all.some(({ id }) => id === draft.template) ? draft : undefined;
    const items: (vscode.QuickPickItem & { id?: string; isSystem?: boolean })[] = [];
    if (resumable) {
      const title = all.find(({ id }) => id === resumable.template)?.title ?? resumable.template;
      items.push({
        label: `$(history) ${vscode.l10n.t('Resume: {0}', title)}`,
        detail: vscode.l10n.t('Go on where you left off.'),
        id: 'resume',
      });
    }
    if (pattern === undefined) items.push(...systemItems(await this.parts.templates.systems()));
    items.push(...templateItems(all));
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no component for this pattern yet.'));
      return undefined;
    }
    const frame = {
      title: vscode.l10n.t('Scaffold Component'),
      step: 1,
      totalSteps: 2,
      canGoBack: false,
      offersRest: false,
    };
    const chosen = await askChoice(frame, { placeholder: vscode.l10n.t('What do you want to add?'), items });
    if (chosen.is !== 'answer' || chosen.value.id === undefined) return undefined;
    const { id, isSystem } = chosen.value;
    if (id !== 'resume') return { template: id, answers: {}, ...(isSystem && { isSystem }) };
    return (
      resumable && {
        template: resumable.template,
        answers: resumable.answers,
        destination: resumable.destination,
      }
    );
  }

  private askDestination(title: string, templateId: string): ReturnType<typeof askText> {
    const frame = { title, step: 2, totalSteps: 3, canGoBack: true, offersRest: false };
    const prompt = vscode.l10n.t(
      'Folder to write into, relative to the workspace. Empty for the workspace itself.',
    );
    return askText(
      frame,
      { prompt, value: templateId.slice(templateId.indexOf('/') + 1), password: false },
      (text) =>
        /(?:^|\/)\.\.(?:\/|$)|^[/\\]|\\|^[a-zA-Z]:/.test(text.trim())
          ? vscode.l10n.t('The folder must lie inside the workspace.')
          : undefined,
    );
  }
}

function systemItems(
  all: readonly BlueprintSummary[],
): (vscode.QuickPickItem & { id?: string; isSystem?: boolean })[] {
  if (all.length === 0) return [];
  const head = { label: vscode.l10n.t('Whole Systems'), kind: vscode.QuickPickItemKind.Separator };
  return [
    head,
    ...all.map(({ id, title, description }) => ({
      label: title,
      description: id,
      detail: description,
      id,
      isSystem: true,
    })),
  ];
}

function templateItems(all: readonly TemplateSummary[]): (vscode.QuickPickItem & { id?: string })[] {
  const items: (vscode.QuickPickItem & { id?: string })[] = [];
  let pattern = '';
  for (const { id, title, description, origin } of all) {
    const own = id.slice(0, id.indexOf('/'));
    if (own !== pattern) items.push({ label: patternTitle(own), kind: vscode.QuickPickItemKind.Separator });
    pattern = own;
    const from = origin === undefined ? '' : ` · ${vscode.l10n.t('from {0}', origin)}`;
    items.push({ label: title, description: `${id}${from}`, detail: description, id });
  }
  return items;
}

function folderOf(text: string): string {
  return text.trim().replace(/^\.?\/+|\/+$/g, '');
}

function relativePath(root: vscode.Uri, folder: vscode.Uri): string {
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return folder.path.startsWith(base) ? folder.path.slice(base.length).replace(/\/+$/, '') : '';
}
