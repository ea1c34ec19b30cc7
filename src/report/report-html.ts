import { escapeMarkup } from '../core';
import type { FactReader, Gap } from '../core';
import { systemMap } from '../systems/map/graph';
import { scorecard } from '../systems/map/scorecard';
import { paperPalette, svgOf } from '../systems/map/svg';

/** A finding as the report shows it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly pattern: string;
}

/** What a report is made of. */
export interface ReportParts {
  readonly title: string;
  readonly asOf: string;
  readonly files: number;
  readonly findings: readonly ReportedFinding[];
  readonly gaps: readonly Gap[];
  readonly facts: FactReader;
  readonly allFindings: Parameters<typeof systemMap>[1];
  readonly titleOf: (pattern: string) => string;
  /** The address of a place, for links. */
  readonly linkOf: (path: string, line: number) => string;
}

/** One self-contained page: no script, nothing fetched. */
export function reportHtml(parts: ReportParts): string {
  const map = systemMap(parts.facts, parts.allFindings, parts.gaps);
  const body = [
    `<h1>${escapeMarkup(parts.title)}</h1>`,
    `<p>${counted(parts.files, 'file')}, ${counted(parts.findings.length, 'finding')}, ${counted(parts.gaps.length, 'gap')}, as of ${parts.asOf}.</p>`,
    scores(parts, map),
    map.nodes.length > 0
      ? `<h2>System map</h2><div class="picture">${svgOf(map, paperPalette, 'System map')}</div>`
      : '',
    findingsByPattern(parts),
    gapList(parts),
    versions(parts),
    evidence(parts),
  ];
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(parts.title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body{font:15px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;margin:2rem auto;max-width:1100px;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #d0d7de}
.picture{overflow:auto}a{color:#0550ae}code{font-size:.92em}.error{color:#b31d28;font-weight:600}.warning{color:#8a5a00;font-weight:600}.info{color:#0550ae}
</style></head><body><main>${body.filter(Boolean).join('\n')}</main></body></html>
`;
}

function scores(parts: ReportParts, map: ReturnType<typeof systemMap>): string {
  const rows = scorecard(map, parts.facts).map(
    ({ pattern, state, things, missing }) =>
      `<tr><th scope="row">${escapeMarkup(parts.titleOf(pattern))}</th><td>${state}</td><td>${escapeMarkup(things.slice(0, 12).join(', '))}</td><td>${missing.map(({ message }) => escapeMarkup(message)).join('<br>')}</td></tr>`,
  );
  return `<h2>Scorecard</h2><table><thead><tr><th scope="col">Pattern</th><th scope="col">State</th><th scope="col">What covers it</th><th scope="col">Missing</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function findingsByPattern(parts: ReportParts): string {
  const patterns = [...new Set(parts.findings.map(({ pattern }) => pattern))].sort();
  const sections = patterns.map((pattern) => {
    const rows = parts.findings
      .filter((finding) => finding.pattern === pattern)
      .map(
        ({ severity, path, line, message, rule }) =>
          `<tr><td class="${severity}">${severity}</td><td><a href="${escapeMarkup(parts.linkOf(path, line))}">${escapeMarkup(path)}:${line}</a></td><td>${escapeMarkup(message)}</td><td><code>${escapeMarkup(rule)}</code></td></tr>`,
      );
    return `<h3>${escapeMarkup(parts.titleOf(pattern))}</h3><table><tbody>${rows.join('')}</tbody></table>`;
  });
  return `<h2>Findings by pattern</h2>${sections.join('') || '<p>None.</p>'}`;
}

function gapList(parts: ReportParts): string {
  if (parts.gaps.length === 0) return '';
  const items = parts.gaps.map(
    ({ message, path, range, action }) =>
      `<li>${escapeMarkup(message)} <a href="${escapeMarkup(parts.linkOf(path, range.start.line + 1))}">${escapeMarkup(path)}</a>, add with <code>ai-patterns new ${escapeMarkup(action.template)}</code></li>`,
  );
  return `<h2>Missing</h2><ul>${items.join('')}</ul>`;
}

function versions({ facts, linkOf }: ReportParts): string {
  const all = [...facts.ofType('version'), ...facts.ofType('image')];
  if (all.length === 0) return '';
  const rows = all.map(({ name, attributes, path, range }) => {
    const version = attributes['version'] ?? attributes['tag'] ?? attributes['digest'] ?? '';
    return `<tr><td>${escapeMarkup(name)}</td><td>${escapeMarkup(version)}</td><td><a href="${escapeMarkup(linkOf(path, range.start.line + 1))}">${escapeMarkup(path)}:${range.start.line + 1}</a></td></tr>`;
  });
  return `<h2>Versions</h2><table><tbody>${rows.join('')}</tbody></table>`;
}

function evidence({ facts, linkOf }: ReportParts): string {
  const all = [
    ...facts.ofType('compliance-record'),
    ...facts.ofType('model-card'),
    ...facts.ofType('retention'),
  ];
  if (all.length === 0) return '';
  const rows = all.map(
    ({ type, name, attributes, path, range }) =>
      `<tr><td>${escapeMarkup(type)}</td><td>${escapeMarkup(name)}</td><td>${escapeMarkup(
        Object.entries(attributes)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', '),
      )}</td><td><a href="${escapeMarkup(linkOf(path, range.start.line + 1))}">${escapeMarkup(path)}:${range.start.line + 1}</a></td></tr>`,
  );
  return `<h2>Compliance evidence</h2><p>A documentation check, not legal advice.</p><table><tbody>${rows.join('')}</tbody></table>`;
}

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : `${what}s`}`;
}
