import { feedbackField } from '../../../shapes/feedback-field';
import { ingestion } from '../example-text';
import { tableShape } from '../feedback-tables';

const table = (columns: string): string =>
  ingestion('«predictions»', '', 'FORMAT PLAIN ENCODE JSON', columns);
const plain = (columns: string): string => table(columns).replace(/[«»]/g, '');

export default feedbackField({
  id: 'risingwave/require-model-version',
  catalogue: ['feedback-schema-no-model-version'],
  summary: 'A table of predictions or labels does not say which model predicted.',
  why: 'After the next release nobody can tell which model drifted, and two models that serve at once cannot be compared.',
  remedy: 'Give the table a `model_version` that the serving side writes.',
  fix: { none: 'The producer of the table must write it too.' },
  view: 'risingwave/statement',
  shapeOf: tableShape,
  needs: 'model',
  examples: {
    bad: [{ path: 's.sql', text: table('prediction_id VARCHAR, score DOUBLE PRECISION') }],
    good: [
      { path: 's.sql', text: plain('prediction_id VARCHAR, model_version VARCHAR') },
      { path: 's.sql', text: plain('prediction_id VARCHAR, model_sha VARCHAR') },
    ],
  },
});
