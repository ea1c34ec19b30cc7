import { defineRule } from '../core';
import type { NodeView, Path, PlainValue, Report, Rule, RuleInfo, ViewId } from '../core';

/** A rule that says: this key must not have one of these values. */
export interface ForbiddenValue extends Omit<RuleInfo, 'messages' | 'fix'> {
  readonly views: readonly ViewId[];
  readonly key: readonly string[];
  /** Further keys of which the same holds. */
  readonly otherKeys?: readonly Path[];
  /** Values as texts; compared without regard to case and outer white space. */
  readonly forbidden: readonly string[];
  /** Has `{value}` for what stands there. */
  readonly message: string;
  readonly mend:
    | { readonly set: PlainValue; readonly title: string; readonly safety: 'safe' | 'review' }
    | { readonly remove: true; readonly title: string; readonly safety: 'safe' | 'review' }
    | { readonly none: string };
  readonly examples: Rule['examples'];
}

/** Makes the rule of a forbidden value. */
export function forbiddenValue(spec: ForbiddenValue): Rule {
  const { views, key, otherKeys = [], forbidden, message, mend, ...info } = spec;
  const wanted = new Set(forbidden.map(normal));
  return defineRule({
    ...info,
    messages: { forbidden: message },
    fix: 'none' in mend ? { none: mend.none } : mend.safety,
    looksAt: views.flatMap((view) => [key, ...otherKeys].map((path) => ({ view, path }))),
    *check(at): Iterable<Report> {
      const value = at.text();
      if (value.is !== 'known' || !wanted.has(normal(value.value))) return;
      const data = { key: at.key, value: value.value };
      yield { message: 'forbidden', data, span: value.span, fix: mendOf(at, mend) };
    },
  });
}

function mendOf(at: NodeView, mend: ForbiddenValue['mend']): Report['fix'] {
  if ('none' in mend) return undefined;
  return at.fix(mend.safety, mend.title, 'set' in mend ? at.set([], mend.set) : at.remove());
}

function normal(text: string): string {
  return text.trim().toLowerCase();
}
