import { defineRule } from '../core';
import type { NodeView, Path, PlainValue, Report, Rule, RuleInfo, ViewId } from '../core';

/** A rule that says: this key must be there. */
export interface RequiredKey extends Omit<RuleInfo, 'messages' | 'fix'> {
  readonly looksAt: readonly { readonly view: ViewId; readonly path: Path }[];
  /** Below the place looked at. */
  readonly key: Path;
  /** When the demand holds; always, if left out. */
  readonly when?: (at: NodeView) => boolean;
  readonly message: string;
  /** Values for the message. */
  readonly data?: (at: NodeView) => Readonly<Record<string, string | number>>;
  readonly mend:
    | { readonly insert: PlainValue; readonly title: string; readonly safety: 'safe' | 'review' }
    | { readonly none: string };
  readonly examples: Rule['examples'];
}

/** Makes the rule of a required key; it underlines the nearest key that exists. */
export function requiredKey(spec: RequiredKey): Rule {
  const { key, when, message, data, mend, ...info } = spec;
  return defineRule({
    ...info,
    messages: { missing: message },
    fix: 'none' in mend ? { none: mend.none } : mend.safety,
    *check(at): Iterable<Report> {
      const value = at.get(...key);
      if (value.is !== 'absent' || when?.(at) === false) return;
      const fix = 'none' in mend ? undefined : at.fix(mend.safety, mend.title, at.set(key, mend.insert));
      yield { message: 'missing', data: { key: key.join('.'), ...data?.(at) }, span: value.anchor, fix };
    },
  });
}
