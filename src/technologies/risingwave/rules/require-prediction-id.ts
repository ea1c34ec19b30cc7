import { feedbackField } from '../../../shapes/feedback-field';
import { ingestion } from '../example-text';
import { tableShape } from '../feedback-tables';

const table = (name: string, columns: string): string =>
  ingestion(name, '', 'FORMAT PLAIN ENCODE JSON', columns);

export default feedbackField({
  id: 'risingwave/require-prediction-id',
  catalogue: ['feedback-schema-no-prediction-id'],
  summary: 'A table of predictions or labels has no id of the prediction.',
  why: 'A label that cannot be joined to the prediction that it judges can neither measure the model nor train the next one.',
  remedy: 'Give the table a `prediction_id` that the serving side writes and the label repeats.',
  fix: { none: 'The producer of the table must write it too.' },
  view: 'risingwave/statement',
  shapeOf: tableShape,
  needs: 'prediction',
  examples: {
    bad: [
      { path: 's.sql', text: table('«labels»', 'user_id VARCHAR, label BOOLEAN') },
      {
        path: 's.sql',
        text: table('public.user_feedback', 'prediction_id_hash VARCHAR').replace(
          'TABLE public.user_feedback',
          'TABLE «public.user_feedback»',
        ),
      },
    ],
    good: [
      { path: 's.sql', text: table('labels', 'prediction_id VARCHAR, label BOOLEAN') },
      { path: 's.sql', text: table('labels', '*, label BOOLEAN') },
      { path: 's.sql', text: table('clicks', 'user_id VARCHAR') },
      { path: 's.sql', text: table('labels', 'user_id VARCHAR'), options: { names: ['*judgement*'] } },
      { path: 's.sql', text: `${table('clicks', 'id VARCHAR')}CREATE TABLE labels (user_id VARCHAR);\n` },
      {
        path: 's.sql',
        text: "CREATE TABLE labels WITH (connector = 'kafka') FORMAT PLAIN ENCODE AVRO (schema.registry = 'http://r');\n",
      },
    ],
  },
});
