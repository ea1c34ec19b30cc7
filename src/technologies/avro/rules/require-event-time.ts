import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { fieldNamed, fieldsOf, isOfType, subjectOf, timeSpecification } from '../records';

export default defineRule({
  id: 'avro/require-event-time',
  catalogue: ['feedback-schema-no-event-time'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A prediction or its feedback does not tell when it happened.',
  why: 'Without the time of the event no features can be joined as of that moment, and how late labels come cannot be measured. The time of arrival is another one.',
  remedy: 'Add a field with `"logicalType": "timestamp-millis"`.',
  references: [timeSpecification],
  messages: { missing: 'Record {name} has no event time.' },
  fix: 'review',
  looksAt: [{ view: 'avro/schema', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const fields = fieldsOf(at);
    if (name.is !== 'known' || subjectOf(at) === undefined || fields.length === 0) return;
    if (fields.some((field) => isOfType(field, isTimestamp)) || fieldNamed(fields, plainTime)) return;
    const field = { name: 'event_time', type: { type: 'long', logicalType: 'timestamp-millis' } };
    const fix = at.fix('review', 'Add event_time', at.append(['fields'], field));
    yield { message: 'missing', data: { name: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'prediction.avsc',
        text: '{"type": "record", "name": «"Prediction"», "fields": [{"name": "prediction_id", "type": "string"}]}\n',
        fixed:
          '{"type": "record", "name": "Prediction", "fields": [{"name": "prediction_id", "type": "string"}, {"name": "event_time", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}\n',
      },
      {
        path: 'label.avsc',
        text: '{"type": "record", "name": «"Label"», "fields": [{"name": "birthday", "type": {"type": "int", "logicalType": "date"}}]}\n',
        fixed:
          '{"type": "record", "name": "Label", "fields": [{"name": "birthday", "type": {"type": "int", "logicalType": "date"}}, {"name": "event_time", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}\n',
      },
    ],
    good: [
      {
        path: 'prediction.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}}]}\n',
      },
      {
        path: 'prediction.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "at", "type": ["null", {"type": "long", "logicalType": "local-timestamp-millis"}]}]}\n',
      },
      {
        path: 'prediction.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "event_time", "type": "long"}]}\n',
      },
      {
        path: 'order.avsc',
        text: '{"type": "record", "name": "Order", "fields": [{"name": "total", "type": "double"}]}\n',
      },
    ],
  },
});

/** A number or text that its name says to be a time. */
const plainTime = /(?:^|_)(?:timestamp|event_?time|occurred_at|created_at|ts)$|Time$|Timestamp$/;

function isTimestamp(type: NodeView): boolean {
  return /^(?:local-)?timestamp-/.test(known(type.text('logicalType')) ?? '');
}
