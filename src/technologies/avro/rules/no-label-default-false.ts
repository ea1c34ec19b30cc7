import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { recordSpecification } from '../records';

export default defineRule({
  id: 'avro/no-label-default-false',
  catalogue: ['feedback-schema-label-nullable-vs-false'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'No feedback yet looks like a negative answer.',
  why: 'A record written without a label, or read with an older schema, says false. Training then learns that what nobody judged was right, and the share of positives sinks with every delay.',
  remedy: 'Make the type `["null", "boolean"]` with `"default": null`.',
  references: [recordSpecification],
  options: {
    labels: {
      type: 'string[]',
      default: ['label', 'is_fraud', 'is_correct', 'accepted', 'converted', 'clicked', 'outcome', 'feedback'],
      description: 'Names of fields that hold what turned out to be true.',
    },
  },
  messages: { negative: 'A missing label reads as false: {name} has the default false.' },
  fix: 'review',
  looksAt: [{ view: 'avro/schema', path: ['fields', '*'] }],
  *check(at, { options }): Iterable<Report> {
    const name = known(at.text('name'));
    const value = at.boolean('default');
    if (name === undefined || value.is !== 'known' || value.value || known(at.text('type')) !== 'boolean')
      return;
    if (!options.list('labels').includes(name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase())) return;
    const fix = at.fix(
      'review',
      'Let the label be null',
      at.set(['type'], ['null', 'boolean']),
      at.set(['default'], null),
    );
    yield { message: 'negative', data: { name }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "boolean", "default": «false», "doc": "truth"}]}\n',
        fixed:
          '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": ["null", "boolean"], "default": null, "doc": "truth"}]}\n',
      },
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Payment", "fields": [{"name": "isFraud", "type": "boolean", "default": «false»}]}\n',
        fixed:
          '{"type": "record", "name": "Payment", "fields": [{"name": "isFraud", "type": ["null", "boolean"], "default": null}]}\n',
      },
    ],
    good: [
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": ["null", "boolean"], "default": null}]}\n',
      },
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "boolean"}]}\n',
      },
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "boolean", "default": true}]}\n',
      },
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "retried", "type": "boolean", "default": false}]}\n',
      },
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "string", "default": false}]}\n',
      },
    ],
  },
});
