import * as vscode from 'vscode';
import { settingsFileName } from '../../core';
import { describeProblem } from '../../scaffold/result';
import type { OwnCollections, OwnTemplate } from '../../scaffold/template-store';
import type { TemplateSource } from '../../scaffold/template-source';
import { templateSources } from '../settings';
import type { DiskFactory } from './system-folder';

const trustedKey = 'aiPatterns.trustedTemplateSources';

/** A source with the address it was found to have. */
interface Place {
  readonly source: TemplateSource;
  readonly uri: vscode.Uri;
  readonly origin: string;
}

/** Templates of the user's own, from the settings and from `.ai-patterns.yaml`; each source is used once it is trusted. */
export class OwnTemplates implements OwnCollections, vscode.Disposable {
  private loaded: Promise<readonly OwnTemplate[]> | undefined;
  private readonly declined = new Set<string>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly memory: vscode.Memento,
    private readonly diskFor: DiskFactory,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const forget = (): void => {
      this.loaded = undefined;
    };
    this.subscriptions = [
      vscode.workspace.onDidChangeConfiguration(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    ];
  }

  list(): Promise<readonly OwnTemplate[]> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  /** Asks once for every source that is new, and reads all that are trusted anew. */
  async ask(): Promise<void> {
    this.loaded = undefined;
    for (const { origin } of await this.places()) {
      if (this.trusted().includes(origin) || this.declined.has(origin)) continue;
      const trust = vscode.l10n.t('Trust');
      const text = vscode.l10n.t('Use the templates in {0}?', origin);
      const detail = vscode.l10n.t(
        'Templates are data: they run nothing, but what they write becomes part of your project. This is asked once for exactly this place.',
      );
      const answer = await vscode.window.showWarningMessage(text, { modal: true, detail }, trust);
      if (answer === trust) await this.memory.update(trustedKey, [...this.trusted(), origin]);
      else this.declined.add(origin);
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.loaded = undefined;
  }

  private trusted(): readonly string[] {
    return this.memory.get<readonly string[]>(trustedKey, []);
  }

  private async load(): Promise<readonly OwnTemplate[]> {
    const places = (await this.places()).filter(({ origin }) => this.trusted().includes(origin));
    const all: OwnTemplate[] = [];
    for (const place of places) {
      const { loadCollection } = await import('../../scaffold/template-source');
      const [root, name] = rootOf(place);
      const found = await loadCollection(this.diskFor(root), place.source, name, place.origin);
      for (const problem of found.problems) this.log.error(`${place.origin}: ${describeProblem(problem)}`);
      all.push(...found.templates);
    }
    return all;
  }

  private async places(): Promise<readonly Place[]> {
    // Restricted Mode: the templates of a workspace that nobody vouches for are not even read.
    if (!vscode.workspace.isTrusted) return [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const places: Place[] = [];
    for (const { uri } of folders) {
      const named = [...templateSources(uri), ...(await this.teamSources(uri))];
      for (const text of new Set(named)) places.push(...(await this.placeOf(text, uri)));
    }
    return places.filter(
      ({ origin }, index) => places.findIndex((other) => other.origin === origin) === index,
    );
  }

  private async teamSources(folder: vscode.Uri): Promise<readonly string[]> {
    const bytes = await this.diskFor(folder).read(settingsFileName);
    const text = bytes.ok ? new TextDecoder().decode(bytes.value) : '';
    // Most settings files name no templates, and need no reader here.
    if (!/^['"]?templates['"]?\s*:/m.test(text)) return [];
    return (await import('../../scaffold/template-source')).sourcesInSettings(text);
  }

  private async placeOf(text: string, folder: vscode.Uri): Promise<readonly Place[]> {
    const { originOf, parseSource } = await import('../../scaffold/template-source');
    const source = parseSource(text);
    if (!source.ok) {
      for (const problem of source.problems) this.log.error(describeProblem(problem));
      return [];
    }
    const uri = absolute(source.value.place, folder);
    const place = uri.scheme === 'file' ? uri.fsPath : uri.toString();
    return [{ source: source.value, uri, origin: originOf(source.value, place) }];
  }
}

/** The address of a place that is written relative to a folder of the workspace, or whole. */
function absolute(place: string, folder: vscode.Uri): vscode.Uri {
  const path = place.replaceAll('\\', '/').replace(/\/+$/, '');
  if (!/^(?:\/|[a-z]:\/)/i.test(path)) return vscode.Uri.joinPath(folder, path);
  return folder.scheme === 'file' ? vscode.Uri.file(path) : folder.with({ path });
}

/** Where the disk of a place is rooted, and the name of a zip there. */
function rootOf({ source, uri }: Place): readonly [vscode.Uri, string] {
  if (source.is === 'folder') return [uri, ''];
  return [vscode.Uri.joinPath(uri, '..'), uri.path.slice(uri.path.lastIndexOf('/') + 1)];
}
