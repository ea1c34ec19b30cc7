import type { Certainty, Fix, Rule, RuleInfo, Severity } from './rule';
import type { Range, Span } from './span';

/** A finding before it is placed in a file: spans count from the start of its sub-document. */
export interface RawFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly span: Span;
  readonly fix?: Fix | undefined;
  readonly related: readonly { readonly message: string; readonly span: Span }[];
}

/** A place in some file of the workspace. */
export interface FileRange {
  readonly path: string;
  readonly range: Range;
}

/** A fix whose edits are placed in the whole file. */
export interface PlacedFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

/** What is wrong at one place of one file. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly path: string;
  readonly range: Range;
  readonly messageId: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly fix?: PlacedFix | undefined;
  readonly related: readonly (FileRange & { readonly message: string })[];
}

/** A rule that threw: our own failure, told once for a file. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

/** The message of a rule with its data filled in; throws when the rule has no such message. */
export function formatMessage(
  rule: RuleInfo,
  id: string,
  data: Readonly<Record<string, string | number>>,
): string {
  const template = rule.messages[id];
  if (template === undefined) throw new Error(`Rule ${rule.id} has no message "${id}".`);
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? shorten(String(data[name])) : whole,
  );
}

const longestValue = 120;

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > longestValue ? `${line.slice(0, longestValue - 1)}…` : line;
}
