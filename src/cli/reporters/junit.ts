import { escapeMarkup } from '../../core';
import type { CheckedFinding } from '../check-files';
import type { Reporter } from '.';

/** JUnit XML: one suite for each file with findings, one failed case for each finding. */
export const junit: Reporter = ({ findings, errors }) => {
  const groups = new Map<string, CheckedFinding[]>();
  for (const finding of findings) groups.set(finding.path, [...(groups.get(finding.path) ?? []), finding]);
  const suites = [...groups].map(([path, list]) => suite(path, list));
  const failures = errors.map(
    ({ path, message }) =>
      `  <testsuite name="${escape(path)}" tests="1" failures="0" errors="1">\n` +
      `    <testcase name="readable" classname="${escape(path)}"><error message="${escape(message)}"/></testcase>\n  </testsuite>\n`,
  );
  const counts = `tests="${findings.length + errors.length}" failures="${findings.length}" errors="${errors.length}"`;
  const body = [...suites, ...failures].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ai-patterns" ${counts}>\n${body}</testsuites>\n`;
};

function suite(path: string, findings: readonly CheckedFinding[]): string {
  const cases = findings.map(({ rule, message, severity, range }) => {
    const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
    return (
      `    <testcase name="${escape(`${rule} ${range.start.line + 1}:${range.start.character + 1}`)}" classname="${escape(path)}">` +
      `<failure type="${severity}" message="${escape(message)}">${escape(`${place}: ${message}`)}</failure></testcase>\n`
    );
  });
  const counts = `tests="${findings.length}" failures="${findings.length}" errors="0"`;
  return `  <testsuite name="${escape(path)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function escape(text: string): string {
  // Characters that XML 1.0 does not have.
  return escapeMarkup(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd'));
}
