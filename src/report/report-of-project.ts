import type { Project, ProjectParts } from '../core';
import { reportHtml } from './report-html';
import type { ReportedFinding } from './report-html';

const titles: Readonly<Record<string, string>> = {
  'data-pipeline': 'Data pipeline',
  training: 'Training and optimisation',
  deployment: 'Deployment and monitoring',
  'feedback-loop': 'Feedback loop',
  'security-compliance': 'Security and compliance',
};

/** The report of a project as one self-contained HTML page. */
export function reportOfProject(
  project: Project,
  parts: ProjectParts,
  given: {
    readonly title: string;
    readonly asOf: string;
    readonly linkOf: (path: string, line: number) => string;
  },
): string {
  const patternOf = new Map(parts.registry.technologies.map(({ slug, pattern }) => [slug, pattern]));
  const paths = [...project.paths()].sort();
  const all = [...paths.flatMap((path) => project.file(path)?.findings() ?? []), ...project.crossFindings()];
  const findings: ReportedFinding[] = all.map(({ rule, severity, path, range, message }) => ({
    rule,
    severity,
    path,
    line: range.start.line + 1,
    message,
    pattern: patternOf.get(rule.slice(0, rule.indexOf('/'))) ?? 'deployment',
  }));
  return reportHtml({
    ...given,
    files: paths.length,
    findings,
    gaps: project.gaps(),
    facts: project.facts,
    allFindings: all,
    titleOf: (pattern) => titles[pattern] ?? pattern,
  });
}
