import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { fieldNamed, fieldsOf, recordSpecification, subjectOf } from '../records';

export default defineRule({
  id: 'avro/require-feature-snapshot',
  catalogue: ['feedback-schema-no-features-snapshot'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A prediction does not keep the features that it was made of.',
  why: 'Features computed again later differ from those that the model saw: the next model is trained on inputs that serving never has.',
  remedy: 'Log the features, or the version of the feature view, at serving time.',
  references: [
    recordSpecification,
    {
      title: 'Google: rules of machine learning, rule 29',
      url: 'https://developers.google.com/machine-learning/guides/rules-of-ml',
    },
  ],
  messages: { missing: 'Record {name} does not keep the features of the prediction.' },
  fix: { none: 'Features may be kept as a map, as a record or by reference.' },
  looksAt: [{ view: 'avro/schema', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const fields = fieldsOf(at);
    if (name.is !== 'known' || subjectOf(at) !== 'prediction' || fields.length === 0) return;
    if (fieldNamed(fields, /feature|^(?:inputs?|payload|instances?)$/i)) return;
    yield { message: 'missing', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'prediction.avsc',
        text: '{"type": "record", "name": «"Prediction"», "fields": [{"name": "score", "type": "double"}]}\n',
      },
    ],
    good: [
      {
        path: 'p.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "feature_set_version", "type": "string"}]}\n',
      },
      {
        path: 'p.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "inputs", "type": "string"}]}\n',
      },
      {
        path: 'f.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "string"}]}\n',
      },
      { path: 'p.avsc', text: '{"type": "record", "name": "Prediction", "fields": []}\n' },
    ],
  },
});
