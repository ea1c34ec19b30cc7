import { feedbackField } from '../../../shapes/feedback-field';
import { ingestion } from '../example-text';
import { tableShape } from '../feedback-tables';

const table = (columns: string, include = ''): string =>
  ingestion('«labels»', '', 'FORMAT PLAIN ENCODE JSON', columns).replace(' WITH', `${include} WITH`);
const plain = (columns: string, include = ''): string => table(columns, include).replace(/[«»]/g, '');

export default feedbackField({
  id: 'risingwave/require-event-time',
  catalogue: ['feedback-schema-no-event-time'],
  summary: 'A table of predictions or labels does not say when.',
  why: 'Without the time of the event there is no join as of that time: training sees what serving could not know, and the delay of labels cannot be measured.',
  remedy:
    'Give the table a timestamp, such as `event_time TIMESTAMPTZ`, or write `INCLUDE timestamp AS sent_at`.',
  fix: { none: 'The producer of the table must write it too.' },
  view: 'risingwave/statement',
  shapeOf: tableShape,
  needs: 'time',
  examples: {
    bad: [
      { path: 's.sql', text: table('prediction_id VARCHAR, label BOOLEAN') },
      { path: 's.sql', text: table('prediction_id VARCHAR, lifetime INT', ' INCLUDE key AS k') },
    ],
    good: [
      { path: 's.sql', text: plain('prediction_id VARCHAR, judged TIMESTAMPTZ') },
      { path: 's.sql', text: plain('prediction_id VARCHAR, event_time BIGINT') },
      { path: 's.sql', text: plain('prediction_id VARCHAR', ' INCLUDE timestamp AS sent') },
    ],
  },
});
