import type { Reporter } from '.';

/** The contract's JSON: zero-based lines and UTF-16 characters. */
export const json: Reporter = ({ findings, gaps, files, errors, asOf }) => {
  const shown = findings.map(({ rule, severity, path, range, message, fix, related }) => ({
    rule,
    severity,
    path,
    range,
    message,
    fix: fix?.safety ?? null,
    ...(related.length > 0 && { related }),
  }));
  return `${JSON.stringify({ version: 1, findings: shown, gaps, files, errors, asOf })}\n`;
};
