import * as vscode from 'vscode';
import type { FactReader, FactType, Finding, PlacedFact } from '../../core';
import { systemMap } from '../../systems/map/graph';
import type { SystemMap } from '../../systems/map/graph';
import { mermaidOf } from '../../systems/map/mermaid';
import { scorecard } from '../../systems/map/scorecard';
import { paperPalette, svgOf } from '../../systems/map/svg';
import { rangeOf } from '../diagnostics';
import type { FolderProject } from '../folder-project';
import { patternTitle } from '../scaffold/pattern-titles';
import type { WorkspaceChecker } from '../workspace-checker';
import { mapWords, translatedMap } from './map-words';
import { bodyHtml, pageHtml } from './map-html';

interface Shown {
  readonly map: SystemMap;
  readonly facts: FactReader;
  readonly homes: readonly FolderProject[];
}

const refreshMs = 300;

/** The system map: one panel, drawn from facts, redrawn as they change. */
export class MapPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Shown | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly checker: WorkspaceChecker) {
    this.subscriptions = [
      vscode.commands.registerCommand('aiPatterns.showMap', () => this.show()),
      vscode.commands.registerCommand('aiPatterns.exportMap', () => this.export()),
      checker.onDidChange(() => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
          this.refresh();
        }, refreshMs);
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async show(): Promise<void> {
    await this.checker.settled();
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'aiPatterns.map',
      vscode.l10n.t('System Map'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [],
      },
    );
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.received(message));
    panel.webview.html = pageHtml(nonce(), this.body());
  }

  private refresh(): void {
    void this.panel?.webview.postMessage({ is: 'body', html: this.body() });
  }

  private body(): string {
    this.shown = mapOf(this.checker);
    return bodyHtml(this.shown.map, scorecard(this.shown.map, this.shown.facts));
  }

  private async received(message: unknown): Promise<void> {
    if (
      typeof message !== 'object' ||
      message === null ||
      !('index' in message) ||
      typeof message.index !== 'number'
    )
      return;
    const node = this.shown?.map.nodes[message.index];
    if (!node) return;
    if (node.missing && 'is' in message && message.is === 'add') {
      await vscode.commands.executeCommand('aiPatterns.scaffoldComponent', { ...node.missing.action });
      return;
    }
    const [place] = node.places;
    const home = this.shown?.homes.find(({ project }) => place && project.file(place.path));
    if (!place || !home) return;
    await vscode.window.showTextDocument(home.uriOf(place.path), {
      selection: rangeOf(place.range),
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  private async export(): Promise<void> {
    await this.checker.settled();
    const { map } = mapOf(this.checker);
    const picked = await vscode.window.showQuickPick(['SVG', 'Mermaid'], {
      placeHolder: vscode.l10n.t('Export the map as'),
    });
    if (picked === undefined) return;
    const text =
      picked === 'SVG'
        ? svgOf(translatedMap(map), paperPalette, vscode.l10n.t('System Map'), mapWords())
        : mermaidOf(map, patternTitle);
    const language = picked === 'SVG' ? 'xml' : 'markdown';
    const content = picked === 'SVG' ? text : `\`\`\`mermaid\n${text}\`\`\`\n`;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
  }
}

/** The map over all folders of the workspace. */
function mapOf(checker: WorkspaceChecker): Shown {
  const homes = checker.allHomes();
  const facts: FactReader = {
    ofType: (type: FactType): readonly PlacedFact[] =>
      homes.flatMap(({ project }) => project.facts.ofType(type)),
  };
  const findings: Finding[] = homes.flatMap(({ project }) => [
    ...[...project.paths()].flatMap((path) => project.file(path)?.findings() ?? []),
    ...project.crossFindings(),
  ]);
  const gaps = checker.gaps().map(({ gap }) => gap);
  return { map: systemMap(facts, findings, gaps), facts, homes };
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
