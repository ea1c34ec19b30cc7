import { feedbackField } from '../../../shapes/feedback-field';
import { schema } from '../example-text';
import { schemaShape } from '../schema-shape';

const id = '"prediction_id": {"type": "string"}';

export default feedbackField({
  id: 'json-schema/require-model-version',
  catalogue: ['feedback-schema-no-model-version'],
  summary: 'A schema of predictions or labels does not say which model predicted.',
  why: 'After the next release nobody can tell which model drifted, and two models that serve at once cannot be compared.',
  remedy: 'Give the schema a `model_version` that the serving side writes.',
  fix: 'review',
  view: 'json-schema/schema',
  shapeOf: schemaShape,
  needs: 'model',
  examples: {
    bad: [
      {
        path: 'a.schema.json',
        text: schema('"title": «"Prediction"», ', id),
        fixed: schema('"title": "Prediction", ', `${id},\n    "model_version": {"type": "string"}`),
      },
    ],
    good: [
      {
        path: 'a.schema.json',
        text: schema('"title": "Prediction", ', '"modelVersion": {"type": "string"}'),
      },
      { path: 'a.schema.json', text: schema('"title": "Order", ', id) },
    ],
  },
});
