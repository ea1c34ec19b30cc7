import { targetOf } from './comment-target';
import type { Comment, DocumentModel } from './document';
import type { Severity } from './rule';
import type { Span } from './span';

/** A finding that a comment foretells: `# ai-patterns-expect: kafka/no-x error, kafka/no-y -- why`. */
export interface Expectation {
  readonly rule: string;
  /** As written; undefined where any will do. */
  readonly severity: Severity | undefined;
  /** The comment that says so. */
  readonly comment: Span;
  /** The line, or the instruction, that the finding must begin in. */
  readonly target: Span;
}

/** What the comments of a sub-document expect, and comments that could not be understood. */
export function expectationsOf(
  document: DocumentModel,
  comments: readonly Comment[],
): { readonly expectations: readonly Expectation[]; readonly faults: readonly Comment[] } {
  const expectations: Expectation[] = [];
  const faults: Comment[] = [];
  for (const comment of comments) {
    const listed = /ai-patterns-expect\b:?(.*)/.exec(comment.text)?.[1];
    if (listed === undefined) continue;
    const named = (listed.split(/\s--/)[0] ?? '')
      .split(',')
      .map((entry) => /^(\S+)(?:\s+(\S+))?$/.exec(entry.trim()));
    const target = targetOf(document, comment, 'line-or-next');
    for (const match of named) {
      const [, rule, level] = match ?? [];
      const severity = severities.find((each) => each === level);
      if (rule === undefined || (level !== undefined && severity === undefined)) faults.push(comment);
      else expectations.push({ rule, severity, comment: comment.span, target });
    }
  }
  return { expectations, faults };
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
