import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { fieldNamed, fieldsOf, recordSpecification, subjectOf } from '../records';

export default defineRule({
  id: 'avro/require-model-version',
  catalogue: ['feedback-schema-no-model-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A prediction does not tell which model made it.',
  why: 'After a rollout or in an A/B test nobody can say which model was wrong: drift, quality and complaints cannot be traced to a version.',
  remedy: 'Add `model_version`, with the name or id that the registry has.',
  references: [
    recordSpecification,
    { title: 'MLflow model registry', url: 'https://mlflow.org/docs/latest/ml/model-registry/' },
  ],
  messages: { missing: 'Record {name} does not tell which model made the prediction.' },
  fix: 'review',
  looksAt: [{ view: 'avro/schema', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const fields = fieldsOf(at);
    if (name.is !== 'known' || subjectOf(at) !== 'prediction' || fields.length === 0) return;
    if (fieldNamed(fields, /^model(?:_?(?:version|id|name|uri|run_?id))?$/i)) return;
    const field = { name: 'model_version', type: 'string' };
    const fix = at.fix('review', 'Add model_version', at.append(['fields'], field));
    yield { message: 'missing', data: { name: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'prediction.avsc',
        text: '{"type": "record", "name": «"Prediction"», "fields": [{"name": "score", "type": "double"}]}\n',
        fixed:
          '{"type": "record", "name": "Prediction", "fields": [{"name": "score", "type": "double"}, {"name": "model_version", "type": "string"}]}\n',
      },
    ],
    good: [
      {
        path: 'p.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "modelVersion", "type": "string"}]}\n',
      },
      {
        path: 'p.avsc',
        text: '{"type": "record", "name": "Prediction", "fields": [{"name": "model", "type": "string"}]}\n',
      },
      {
        path: 'f.avsc',
        text: '{"type": "record", "name": "Feedback", "fields": [{"name": "label", "type": "string"}]}\n',
      },
      { path: 'p.avsc', text: '{"type": "record", "name": "Prediction", "fields": []}\n' },
    ],
  },
});
