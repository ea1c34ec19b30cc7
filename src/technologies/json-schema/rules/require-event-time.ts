import { feedbackField } from '../../../shapes/feedback-field';
import { schema } from '../example-text';
import { schemaShape } from '../schema-shape';

const id = '"prediction_id": {"type": "string"}';

export default feedbackField({
  id: 'json-schema/require-event-time',
  catalogue: ['feedback-schema-no-event-time'],
  summary: 'A schema of predictions or labels does not say when.',
  why: 'Without the time of the event there is no join as of that time: training sees what serving could not know, and the delay of labels cannot be measured.',
  remedy: 'Give the schema an `event_time` of format `date-time`.',
  fix: 'review',
  view: 'json-schema/schema',
  shapeOf: schemaShape,
  needs: 'time',
  examples: {
    bad: [
      {
        path: 'a.schema.json',
        text: schema('"title": «"Prediction"», ', id),
        fixed: schema(
          '"title": "Prediction", ',
          `${id},\n    "event_time": {"type": "string", "format": "date-time"}`,
        ),
      },
    ],
    good: [
      {
        path: 'a.schema.json',
        text: schema('"title": "Prediction", ', '"seen": {"type": "string", "format": "date-time"}'),
      },
      { path: 'a.schema.json', text: schema('"title": "Prediction", ', '"createdAt": {"type": "integer"}') },
      { path: 'a.schema.json', text: schema('"title": "Order", ', id) },
    ],
  },
});
