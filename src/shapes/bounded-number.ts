import { defineRule } from '../core';
import type { Path, Report, Rule, RuleInfo, ViewId } from '../core';

/** A rule that says: this number must not be below or above a bound. */
export interface BoundedNumber extends Omit<RuleInfo, 'messages' | 'fix'> {
  readonly views: readonly ViewId[];
  readonly key: readonly string[];
  /** Further keys of which the same holds. */
  readonly otherKeys?: readonly Path[];
  readonly least?: number;
  readonly most?: number;
  /** Values that have a meaning of their own, such as -1 for no limit. */
  readonly except?: readonly number[];
  /** Has `{key}`, `{value}` for what stands there and `{bound}` for the bound that it breaks. */
  readonly message: string;
  readonly mend: { readonly title: string; readonly safety: 'safe' | 'review' } | { readonly none: string };
  readonly examples: Rule['examples'];
}

/** Makes the rule of a bounded number; the fix writes the bound. */
export function boundedNumber(spec: BoundedNumber): Rule {
  const { views, key, otherKeys = [], least, most, except = [], message, mend, ...info } = spec;
  return defineRule({
    ...info,
    messages: { outside: message },
    fix: 'none' in mend ? { none: mend.none } : mend.safety,
    looksAt: views.flatMap((view) => [key, ...otherKeys].map((path) => ({ view, path }))),
    *check(at): Iterable<Report> {
      const value = at.number();
      if (value.is !== 'known' || except.includes(value.value)) return;
      const bound = brokenBound(value.value, least, most);
      if (bound === undefined) return;
      const fix = 'none' in mend ? undefined : at.fix(mend.safety, mend.title, at.set([], bound));
      yield { message: 'outside', data: { key: at.key, value: value.value, bound }, span: value.span, fix };
    },
  });
}

function brokenBound(value: number, least: number | undefined, most: number | undefined): number | undefined {
  if (least !== undefined && value < least) return least;
  return most !== undefined && value > most ? most : undefined;
}
