import { patternOrder } from './graph';
import type { SystemMap } from './graph';

/** The map as Mermaid text, one subgraph for each pattern. */
export function mermaidOf(map: SystemMap, titleOf: (pattern: string) => string): string {
  const names = new Map(map.nodes.map((node, index) => [node.id, `n${index}`]));
  const rows = ['flowchart LR'];
  for (const pattern of patternOrder) {
    const own = map.nodes.filter((node) => node.pattern === pattern);
    if (own.length === 0) continue;
    rows.push(`  subgraph ${pattern}["${quoted(titleOf(pattern))}"]`);
    for (const { id, label, sort, missing } of own) {
      rows.push(
        `    ${names.get(id) ?? ''}["${quoted(label)}<br/><small>${quoted(sort)}</small>"]${missing ? ':::missing' : ''}`,
      );
    }
    rows.push('  end');
  }
  for (const { from, to, label, dashed } of map.edges) {
    rows.push(
      `  ${names.get(from) ?? ''} ${dashed ? '-.->' : '-->'}|"${quoted(label)}"| ${names.get(to) ?? ''}`,
    );
  }
  if (map.nodes.some(({ missing }) => missing)) rows.push('  classDef missing stroke-dasharray: 5 5');
  return `${rows.join('\n')}\n`;
}

/** Mermaid has entities for what would end a quoted label. */
function quoted(text: string): string {
  return text
    .replace(/&/g, '#amp;')
    .replace(/"/g, '#quot;')
    .replace(/</g, '#lt;')
    .replace(/>/g, '#gt;')
    .replace(/[\r\n]+/g, ' ');
}
