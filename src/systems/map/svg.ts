import { Graph, layout } from '@dagrejs/dagre';
import { escapeMarkup } from '../../core';
import type { MapEdge, MapNode, SystemMap } from './graph';

/** Colours of a picture: variables of the editor's theme, or fixed ones for a file. */
export interface Palette {
  readonly text: string;
  readonly dim: string;
  readonly background: string;
  readonly box: string;
  readonly border: string;
  readonly line: string;
  readonly heat: Readonly<Record<MapNode['heat'], string>>;
}

/** For pictures in files: dark text on white, colours of at least 4.5:1 on it. */
export const paperPalette: Palette = {
  text: '#1b1f24',
  dim: '#57606a',
  background: '#ffffff',
  box: '#f6f8fa',
  border: '#8c959f',
  line: '#6e7781',
  heat: { none: '#8c959f', info: '#0969da', warning: '#9a6700', error: '#cf222e' },
};

/** What a picture says of its own, in the language of whoever looks at it. */
export interface MapWords {
  readonly missing: string;
  readonly noFindings: string;
  oneFinding(worst: string): string;
  findings(worst: string): string;
}

const englishWords: MapWords = {
  missing: 'missing – add',
  noFindings: 'no findings',
  oneFinding: (worst) => `one finding, worst: ${worst}`,
  findings: (worst) => `findings, worst: ${worst}`,
};

const height = 44;
const margin = 24;

/** The map drawn left to right; each thing is focusable and tells its number, so that a host can follow clicks. */
export function svgOf(map: SystemMap, palette: Palette, title: string, words = englishWords): string {
  const placed = place(map);
  const boxes = map.nodes.map((node, index) => box(node, index, placed.nodes.get(node.id), palette, words));
  const lines = map.edges.map((edge, index) => line(edge, placed.edges[index] ?? [], palette));
  const { width, height: tall } = placed;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label="${escapeMarkup(title)}" viewBox="0 0 ${width} ${tall}" ` +
    `width="${width}" height="${tall}" font-family="system-ui, sans-serif" font-size="13">` +
    `<title>${escapeMarkup(title)}</title><defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">` +
    `<path d="M0 0L8 4L0 8z" fill="${palette.line}"/></marker></defs>${lines.join('')}${boxes.join('')}</svg>`
  );
}

interface Placed {
  readonly nodes: ReadonlyMap<string, { readonly x: number; readonly y: number; readonly width: number }>;
  readonly edges: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly width: number;
  readonly height: number;
}

function place(map: SystemMap): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 70, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, label, sort, findings } of map.nodes)
    graph.setNode(id, { width: widthOf(label, sort, findings), height });
  for (const { from, to } of map.edges) graph.setEdge(from, to);
  layout(graph);
  const nodes = new Map<string, { x: number; y: number; width: number }>();
  let right = 0;
  let bottom = 0;
  for (const { id, label, sort, findings } of map.nodes) {
    const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
    const width = widthOf(label, sort, findings);
    nodes.set(id, { x, y, width });
    right = Math.max(right, x + width / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  const edges = map.edges.map(({ from, to }) => {
    const { points = [] } = graph.edge(from, to) as { points?: { x: number; y: number }[] };
    // The layout's own size leaves out edges that run back around their nodes.
    for (const { x, y } of points) {
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
    return points;
  });
  return { nodes, edges, width: Math.ceil(right + margin), height: Math.ceil(bottom + margin) };
}

function widthOf(label: string, sort: string, findings: number): number {
  const badge = findings > 0 ? 12 + 8 * String(findings).length : 0;
  return badge + Math.max(90, Math.min(240, 24 + 7.6 * Math.max(shorten(label).length, sort.length)));
}

function box(
  node: MapNode,
  index: number,
  at: { x: number; y: number; width: number } | undefined,
  palette: Palette,
  words: MapWords,
): string {
  if (!at) return '';
  const left = at.x - at.width / 2;
  const top = at.y - height / 2;
  const dash = node.missing ? ' stroke-dasharray="5 4"' : '';
  const state = node.missing ? node.missing.message : stateOf(node, words);
  const caption = node.missing ? words.missing : node.sort;
  // What a screen reader says begins with what is seen, and then says it in words.
  const label = `${shorten(node.label)} ${caption}${node.findings > 0 ? ` ${node.findings}` : ''}, ${state}`;
  // Heat is told by the number beside the colour, for those who do not see the colour.
  const badge =
    node.findings > 0
      ? `<text x="${left + at.width - 8}" y="${top + 16}" text-anchor="end" fill="${palette.heat[node.heat]}" font-weight="600">${node.findings}</text>`
      : '';
  return (
    `<g class="thing" data-index="${index}" tabindex="0" role="button" aria-label="${escapeMarkup(label)}">` +
    `<rect x="${left}" y="${top}" width="${at.width}" height="${height}" rx="7" fill="${palette.box}" stroke="${palette.heat[node.heat]}" stroke-width="1.5"${dash}/>` +
    `<text x="${left + 12}" y="${top + 19}" fill="${palette.text}">${escapeMarkup(shorten(node.label))}</text> ` +
    `<text x="${left + 12}" y="${top + 35}" fill="${palette.dim}" font-size="11">${escapeMarkup(caption)}</text> ${badge}</g>`
  );
}

function stateOf({ findings, heat }: MapNode, words: MapWords): string {
  if (findings === 0) return words.noFindings;
  return findings === 1 ? words.oneFinding(heat) : words.findings(heat);
}

function line(
  { label, dashed }: MapEdge,
  points: readonly { x: number; y: number }[],
  palette: Palette,
): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const path = `M${first.x} ${first.y}${rest.map(({ x, y }) => `L${x} ${y}`).join('')}`;
  const dash = dashed ? ' stroke-dasharray="5 4"' : '';
  const middle = points[Math.floor(points.length / 2)] ?? first;
  return (
    `<path d="${path}" fill="none" stroke="${palette.line}"${dash} marker-end="url(#arrow)"/>` +
    `<text x="${middle.x}" y="${middle.y - 5}" text-anchor="middle" font-size="10" fill="${palette.dim}">${escapeMarkup(label)}</text>`
  );
}

function shorten(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
