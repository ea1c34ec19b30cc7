import * as vscode from 'vscode';
import { escapeMarkup } from '../../core';
import { patternOrder } from '../../systems/map/graph';
import type { SystemMap } from '../../systems/map/graph';
import type { Score } from '../../systems/map/scorecard';
import { svgOf } from '../../systems/map/svg';
import type { Palette } from '../../systems/map/svg';
import { patternTitle } from '../scaffold/pattern-titles';
import { mapWords, translatedMap } from './map-words';

/** Colours of the editor's theme, so that the picture follows light, dark and high contrast by itself. */
const themePalette: Palette = {
  text: 'var(--vscode-foreground)',
  dim: 'var(--vscode-descriptionForeground)',
  background: 'var(--vscode-editor-background)',
  box: 'var(--vscode-editorWidget-background)',
  border: 'var(--vscode-contrastBorder, var(--vscode-widget-border))',
  line: 'var(--vscode-descriptionForeground)',
  heat: {
    none: 'var(--vscode-contrastBorder, var(--vscode-descriptionForeground))',
    info: 'var(--vscode-editorInfo-foreground)',
    warning: 'var(--vscode-editorWarning-foreground)',
    error: 'var(--vscode-editorError-foreground)',
  },
};

/** The page of the map panel; its body is replaced by `bodyHtml` as the system changes. */
export function pageHtml(nonce: string, body: string): string {
  const title = vscode.l10n.t('System Map');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<style nonce="${nonce}">
  body { padding: 0 16px 24px; }
  h1 { font-size: 1.3em; font-weight: 600; } h2 { font-size: 1.1em; font-weight: 600; margin-top: 1.6em; }
  .picture { overflow: auto; border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent)); border-radius: 6px; }
  .thing { cursor: pointer; outline: none; } .thing:focus rect, .thing:hover rect { stroke: var(--vscode-focusBorder); stroke-width: 3; }
  table { border-collapse: collapse; } th, td { text-align: left; padding: 4px 14px 4px 0; vertical-align: top; }
  button.link { background: none; border: none; padding: 0; font: inherit; color: var(--vscode-textLink-foreground); cursor: pointer; text-decoration: underline; }
  button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
  .dim { color: var(--vscode-descriptionForeground); }
</style></head>
<body><main id="content">${body}</main>
<script nonce="${nonce}">
  const host = acquireVsCodeApi();
  const content = document.getElementById('content');
  const act = (target) => {
    const thing = target.closest('[data-index]');
    if (thing) host.postMessage({ is: 'open', index: Number(thing.dataset.index) });
    const add = target.closest('[data-add]');
    if (add) host.postMessage({ is: 'add', index: Number(add.dataset.add) });
  };
  document.addEventListener('click', (event) => act(event.target));
  document.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && event.target.closest('svg')) { event.preventDefault(); act(event.target); }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const things = [...document.querySelectorAll('.thing')];
    const at = things.indexOf(document.activeElement);
    if (step && at >= 0) { event.preventDefault(); things[(at + step + things.length) % things.length].focus(); }
  });
  window.addEventListener('message', ({ data }) => {
    if (data.is !== 'body') return;
    const focused = document.activeElement?.closest('[data-index]')?.dataset.index;
    content.innerHTML = data.html;
    if (focused !== undefined) content.querySelector('.thing[data-index="' + focused + '"]')?.focus();
  });
</script></body></html>`;
}

/** The map, the scorecard and the outline of one moment. */
export function bodyHtml(english: SystemMap, scores: readonly Score[]): string {
  const map = translatedMap(english);
  const title = vscode.l10n.t('System Map');
  if (map.nodes.length === 0) {
    return `<h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(vscode.l10n.t('Nothing of an AI system was found in this workspace yet. Scaffold a component, or open its configuration.'))}</p>`;
  }
  return (
    `<h1>${escapeMarkup(title)}</h1><div class="picture">${svgOf(map, themePalette, title, mapWords())}</div>` +
    `<p class="dim">${escapeMarkup(vscode.l10n.t('Dashed: missing. The number is of findings. Enter opens the source; arrow keys move.'))}</p>` +
    scorecardHtml(scores) +
    outlineHtml(map)
  );
}

function scorecardHtml(scores: readonly Score[]): string {
  const states = {
    covered: vscode.l10n.t('covered'),
    partly: vscode.l10n.t('partly'),
    absent: vscode.l10n.t('absent'),
  };
  const marks = { covered: '●', partly: '◐', absent: '○' };
  const rows = scores.map(({ pattern, state, things, missing }) => {
    const lacks = missing.length > 0 ? missing.map(({ message }) => escapeMarkup(message)).join('<br>') : '';
    return `<tr><th scope="row">${escapeMarkup(patternTitle(pattern))}</th><td>${marks[state]} ${escapeMarkup(states[state])}</td><td>${things.length}</td><td>${lacks}</td></tr>`;
  });
  const heads = [
    vscode.l10n.t('Pattern'),
    vscode.l10n.t('State'),
    vscode.l10n.t('Things'),
    vscode.l10n.t('Missing'),
  ];
  return `<h2>${escapeMarkup(vscode.l10n.t('Scorecard'))}</h2><table><thead><tr>${heads.map((head) => `<th scope="col">${escapeMarkup(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** The same as text, for those who read with a screen reader, or rather than look. */
function outlineHtml(map: SystemMap): string {
  const sections = patternOrder.flatMap((pattern) => {
    const own = map.nodes
      .map((node, index) => ({ node, index }))
      .filter(({ node }) => node.pattern === pattern);
    if (own.length === 0) return [];
    const items = own.map(({ node, index }) => {
      const leads = map.edges
        .filter(({ from }) => from === node.id)
        .map(({ to, label }) => `${label} ${map.nodes.find(({ id }) => id === to)?.label ?? ''}`);
      const rest = leads.length > 0 ? `: ${escapeMarkup(leads.join(', '))}` : '';
      const add = node.missing
        ? ` <button class="link" data-add="${index}">${escapeMarkup(vscode.l10n.t('Add'))}</button>`
        : '';
      return `<li><button class="link" data-index="${index}">${escapeMarkup(node.sort)} ${escapeMarkup(node.label)}</button>${rest}${add}</li>`;
    });
    return [`<h3>${escapeMarkup(patternTitle(pattern))}</h3><ul>${items.join('')}</ul>`];
  });
  return `<h2>${escapeMarkup(vscode.l10n.t('Outline'))}</h2>${sections.join('')}`;
}
