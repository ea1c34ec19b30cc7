import { defineRule } from '../core';
import type { NodeView, Reference, Report, Rule, RuleInfo, RuleOptions, Span, ViewId } from '../core';
import { feedbackNames, isNamedLike } from './name-globs';

/** A table or schema that holds predictions or labels, as one technology writes it. */
export interface FeedbackShape {
  /** What the reader calls it. */
  readonly name: string;
  /** Where it is named, to underline. */
  readonly span: Span;
  readonly fields: readonly { readonly name: string; readonly isTime: boolean }[];
  /** Adds a field, where the file can have one. */
  add?(field: AddedField): Report['fix'];
}

/** A field that a fix adds. */
export interface AddedField {
  readonly name: string;
  readonly isTime: boolean;
}

/** What differs from one technology to the next. */
export interface FeedbackField extends Omit<
  RuleInfo,
  'messages' | 'options' | 'references' | 'severity' | 'certainty' | 'equivalents'
> {
  readonly view: ViewId;
  readonly shapeOf: (at: NodeView, path: string) => FeedbackShape | undefined;
  readonly needs: 'prediction' | 'time' | 'model';
  readonly examples: Rule['examples'];
}

const patterns = {
  prediction:
    /^(?:prediction|request|inference|event|trace|impression|correlation|scoring)_?(?:id|key|uuid)$/i,
  time: /(?:^|_)(?:[Tt]ime|TIME|timestamp|TIMESTAMP|ts|TS|at|AT|date|DATE)$|[a-z](?:Time|Timestamp|At)$/,
  model: /model_?(?:version|id|name|uri)?$|^model_/i,
} as const;
const fields = {
  prediction: { name: 'prediction_id', isTime: false },
  time: { name: 'event_time', isTime: true },
  model: { name: 'model_version', isTime: false },
} as const;
const messages = {
  prediction: 'Nothing in "{name}" says which prediction a row belongs to.',
  time: 'Nothing in "{name}" says when.',
  model: 'Nothing in "{name}" says which model predicted.',
} as const;
const skew: Reference = {
  title: 'Google: Rules of Machine Learning, training-serving skew',
  url: 'https://developers.google.com/machine-learning/guides/rules-of-ml#training-serving_skew',
};

/** Makes the rule that such a table or schema has a certain field. */
export function feedbackField(spec: FeedbackField): Rule {
  const { view, needs, shapeOf, ...info } = spec;
  return defineRule({
    ...info,
    equivalents: [],
    severity: 'warning',
    certainty: 'likely',
    references: [skew],
    options: { names: feedbackNames },
    messages: { missing: messages[needs] },
    looksAt: [{ view, path: [] }],
    *check(at, { options, path }): Iterable<Report> {
      const shape = shapeOf(at, path);
      if (!shape || !isWanted(shape, options)) return;
      const has = shape.fields.some(
        (field) => patterns[needs].test(field.name) || (needs === 'time' && field.isTime),
      );
      if (has) return;
      const fix = shape.add?.(fields[needs]);
      yield { message: 'missing', data: { name: shape.name }, span: shape.span, fix };
    },
  });
}

function isWanted(shape: FeedbackShape, options: RuleOptions): boolean {
  return shape.fields.length > 0 && isNamedLike([shape.name], options.list('names'));
}
