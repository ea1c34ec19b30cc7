import { feedbackField } from '../../../shapes/feedback-field';
import { schema } from '../example-text';
import { schemaShape } from '../schema-shape';

const label = '"label": {"type": "boolean"}';
const added = `${label},\n    "prediction_id": {"type": "string"}`;
const title = '"title": "FraudFeedback", ';

export default feedbackField({
  id: 'json-schema/require-prediction-id',
  catalogue: ['feedback-schema-no-prediction-id'],
  summary: 'A schema of predictions or labels has no id of the prediction.',
  why: 'A label that cannot be joined to the prediction that it judges can neither measure the model nor train the next one.',
  remedy: 'Give the schema a `prediction_id` that the serving side writes and the label repeats.',
  fix: 'review',
  view: 'json-schema/schema',
  shapeOf: schemaShape,
  needs: 'prediction',
  examples: {
    bad: [
      {
        path: 'fraud.schema.json',
        text: schema('"title": «"FraudFeedback"», ', label),
        fixed: schema(title, added),
      },
      {
        path: 'schemas/labels.schema.json',
        text: schema('', label).replace('"properties"', '«"properties"»'),
        fixed: schema('', added),
      },
    ],
    good: [
      { path: 'fraud.schema.json', text: schema(title, '"predictionId": {"type": "string"}') },
      { path: 'order.schema.json', text: schema('"title": "Order", ', label) },
      { path: 'labels/order.schema.json', text: schema('', label) },
      { path: 'fraud.schema.json', text: schema(`${title}"allOf": [{"$ref": "base.json"}], `, label) },
      { path: 'fraud.schema.json', text: schema(title, '') },
      { path: 'fraud.json', text: schema(title, label).replace('json-schema.org', 'example.com') },
      { path: 'fraud.schema.json', text: schema(title, label), options: { names: ['*judgement*'] } },
    ],
  },
});
