import { pathToFileURL } from 'node:url';
import type { Range, RuleInfo, Severity } from '../../core';
import type { CheckedFinding } from '../check-files';
import { version } from '../version';
import type { Reporter } from '.';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * A SARIF log, version 2.1.0, with fixes and related locations; lines and columns count from 1, columns in UTF-16.
 * Source: OASIS SARIF 2.1.0, §3.27 (result), §3.55 (fix).
 */
export const sarif: Reporter = ({ findings, errors, rules }, { cwd }) => {
  const used = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ai-patterns',
            version: version(),
            informationUri: 'https://github.com/ai-engineering-patterns/ai-engineering-patterns',
            rules: used.map((id) => descriptor(id, rules.get(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(cwd).href}/` } },
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            toolExecutionNotifications: errors.map(({ path, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: findings.map((finding) => result(finding, used.indexOf(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function descriptor(id: string, rule: RuleInfo | undefined): object {
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: rule.remedy },
    ...(rule.references[0] && { helpUri: rule.references[0].url }),
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function result(finding: CheckedFinding, ruleIndex: number): object {
  const { rule, severity, message, path, range, related, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(range) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: { artifactLocation: artifact(other.path), region: region(other.range) },
      })),
    }),
    ...(fix && {
      fixes: [
        {
          description: { text: fix.title },
          artifactChanges: [
            {
              artifactLocation: artifact(path),
              replacements: fix.edits.map((edit) => ({
                deletedRegion: region(edit.range),
                ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
              })),
            },
          ],
        },
      ],
    }),
  };
}

function artifact(path: string): object {
  return { uri: encodeURI(path).replace(/[?#]/g, encodeURIComponent), uriBaseId: 'ROOT' };
}

function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
