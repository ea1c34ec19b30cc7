import { styleText } from 'node:util';
import type { Severity } from '../../core';
import type { CheckedFinding } from '../check-files';
import type { Surroundings } from '../streams';
import type { Report, Reporter } from '.';

type Style = Parameters<typeof styleText>[0];

/** For people: findings by file, with line and column from 1, then sums. */
export const pretty: Reporter = (report, surroundings) => {
  const paint = painter(surroundings);
  const lines: string[] = [];
  for (const [path, findings] of byPath(report.findings)) {
    lines.push(paint('underline', path));
    const widest = Math.max(...findings.map((finding) => place(finding).length));
    for (const finding of findings) lines.push(line(finding, widest, paint));
    lines.push('');
  }
  for (const { path, message } of report.errors)
    lines.push(`${paint('red', 'unreadable')}  ${path}: ${message}`);
  if (report.gaps.length > 0) {
    lines.push(paint('bold', 'Missing in this system'));
    for (const gap of report.gaps)
      lines.push(`  ${gap.message} (${gap.path}; ai-patterns new ${gap.action.template})`);
    lines.push('');
  }
  lines.push(summary(report));
  return `${lines.join('\n')}\n`;
};

function line(finding: CheckedFinding, width: number, paint: Painter): string {
  const mend = finding.fix ? paint('dim', finding.fix.safety === 'safe' ? ' (fixable)' : ' (quick fix)') : '';
  const severity = paint(colour[finding.severity], finding.severity.padEnd(7));
  const rows = [
    `  ${place(finding).padEnd(width)}  ${severity}  ${finding.message}  ${paint('dim', finding.rule)}${mend}`,
  ];
  for (const { path, range, message } of finding.related) {
    rows.push(paint('dim', `  ${' '.repeat(width)}           ${path}:${range.start.line + 1}: ${message}`));
  }
  return rows.join('\n');
}

const colour: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

function place({ range }: CheckedFinding): string {
  return `${range.start.line + 1}:${range.start.character + 1}`;
}

function summary({ findings, files }: Report): string {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, n: count(severity) }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${severity === 'info' || n === 1 ? severity : `${severity}s`}`);
  const checked = `${files} ${files === 1 ? 'file' : 'files'} checked`;
  return parts.length === 0 ? `No problems, ${checked}.` : `${parts.join(', ')}; ${checked}.`;
}

function byPath(findings: readonly CheckedFinding[]): Map<string, CheckedFinding[]> {
  const groups = new Map<string, CheckedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}

type Painter = (style: Style, text: string) => string;

/** Colours on a terminal, unless NO_COLOR forbids them. */
function painter({ stdout, environment }: Surroundings): Painter {
  const forced = environment['FORCE_COLOR'] !== undefined && environment['FORCE_COLOR'] !== '0';
  const colours = forced || (stdout.isTTY === true && !environment['NO_COLOR']);
  return (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text);
}
