import type { Severity } from '../../core';
import type { Reporter } from '.';

const command: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations of GitHub Actions.
 * Source: GitHub documentation, "Workflow commands for GitHub Actions".
 */
export const github: Reporter = ({ findings, errors }) => {
  const rows = findings.map(({ severity, path, range, rule, message }) => {
    const place = [
      `file=${property(path)}`,
      `line=${range.start.line + 1}`,
      `endLine=${range.end.line + 1}`,
      `col=${range.start.character + 1}`,
      `endColumn=${range.end.character + 1}`,
      `title=${property(rule)}`,
    ];
    return `::${command[severity]} ${place.join(',')}::${data(message)}\n`;
  });
  const failures = errors.map(({ path, message }) => `::error file=${property(path)}::${data(message)}\n`);
  return [...rows, ...failures].join('');
};

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
