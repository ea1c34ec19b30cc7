import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { feedbackNames, isNamedLike } from '../../../shapes/name-globs';
import { envelopeOf, hasKey, isKafkaSink } from '../connections';
import { kafkaSink as reference } from '../documentation';
import { kafkaSink } from '../example-text';

export default defineRule({
  id: 'materialize/require-feedback-sink-key',
  catalogue: ['mz-sink-no-key-feedback'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sink of predictions or labels writes messages without a key.',
  why: 'Messages without a key go to any partition: a label and the prediction that it judges are not beside each other, and a join has to shuffle the whole topic.',
  remedy: 'Write `KEY (prediction_id)` on both sides.',
  references: [reference],
  options: { names: feedbackNames },
  messages: { missing: 'Sink "{name}" writes messages without a key.' },
  fix: { none: 'Which column is the key is not in the statement.' },
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const name = at.text('name');
    if (name.is !== 'known' || !isKafkaSink(at) || envelopeOf(at) === 'UPSERT' || hasKey(at)) return;
    const names = [name.value, known(at.text('options', 'TOPIC'))];
    if (!isNamedLike(names, options.list('names'))) return;
    yield { message: 'missing', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: kafkaSink('FORMAT JSON ENVELOPE DEBEZIUM', 'predictions').replace(
          'SINK predictions',
          'SINK «predictions»',
        ),
      },
      {
        path: 's.sql',
        text: kafkaSink('FORMAT JSON ENVELOPE DEBEZIUM')
          .replace("'scores'", "'user-feedback'")
          .replace('SINK scores', 'SINK «scores»'),
      },
    ],
    good: [
      { path: 's.sql', text: kafkaSink('KEY (prediction_id) FORMAT JSON ENVELOPE DEBEZIUM', 'labels') },
      { path: 's.sql', text: kafkaSink('FORMAT JSON ENVELOPE UPSERT', 'labels') },
      { path: 's.sql', text: kafkaSink('FORMAT JSON ENVELOPE DEBEZIUM') },
      { path: 's.sql', text: kafkaSink('FORMAT JSON', 'labels'), options: { names: ['*judgement*'] } },
      { path: 's.sql', text: kafkaSink('FORMAT JSON', 'labels').replace('SINK', 'SOURCE') },
    ],
  },
});
