import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { fieldNamed, fieldsOf, predictionKey, recordSpecification, subjectOf } from '../records';

export default defineRule({
  id: 'avro/require-prediction-id',
  catalogue: ['feedback-schema-no-prediction-id'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A prediction or its feedback cannot be told from another of the same customer.',
  why: 'Without an id of the prediction, a label that arrives later is joined to the wrong one, or to none: the training set is built on guesses by key and time.',
  remedy: 'Give each prediction an id where it is made, and carry it in both schemas.',
  references: [
    recordSpecification,
    {
      title: 'Google: rules of machine learning, rule 29',
      url: 'https://developers.google.com/machine-learning/guides/rules-of-ml#rule_29_the_best_way_to_make_sure_that_you_train_like_you_serve_is_to_save_the_set_of_features_used_at_serving_time_and_then_pipe_those_features_to_a_log_to_use_them_at_training_time',
    },
  ],
  messages: { missing: 'Record {name} has no prediction_id, so that labels find no prediction.' },
  fix: 'review',
  looksAt: [{ view: 'avro/schema', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const fields = fieldsOf(at);
    if (name.is !== 'known' || subjectOf(at) === undefined || fields.length === 0) return;
    if (fieldNamed(fields, predictionKey)) return;
    const field = { name: 'prediction_id', type: 'string' };
    const fix = at.fix('review', 'Add prediction_id', at.append(['fields'], field));
    yield { message: 'missing', data: { name: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": «"FraudFeedback"», "fields": [{"name": "card_id", "type": "string"}]}\n',
        fixed:
          '{"type": "record", "name": "FraudFeedback", "fields": [{"name": "card_id", "type": "string"}, {"name": "prediction_id", "type": "string"}]}\n',
      },
      {
        path: 'scored.avsc',
        text: '{"type": "record", "name": «"predictions_v2"», "fields": [{"name": "score", "type": "double"}]}\n',
        fixed:
          '{"type": "record", "name": "predictions_v2", "fields": [{"name": "score", "type": "double"}, {"name": "prediction_id", "type": "string"}]}\n',
      },
    ],
    good: [
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "FraudFeedback", "fields": [{"name": "predictionId", "type": "string"}]}\n',
      },
      {
        path: 'feedback.avsc',
        text: '{"type": "record", "name": "Label", "fields": [{"name": "request_id", "type": "string"}]}\n',
      },
      {
        path: 'order.avsc',
        text: '{"type": "record", "name": "Order", "fields": [{"name": "total", "type": "double"}]}\n',
      },
      { path: 'feedback.avsc', text: '{"type": "record", "name": "Feedback", "fields": []}\n' },
    ],
  },
});
