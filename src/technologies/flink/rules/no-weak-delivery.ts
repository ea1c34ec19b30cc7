import { forbiddenValue } from '../../../shapes/forbidden-value';
import { kafkaConnector } from '../documentation';
import { kafkaTable } from '../example-text';

export default forbiddenValue({
  id: 'flink/no-weak-delivery',
  catalogue: ['flinksql-delivery-none'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A sink gives no guarantee that records arrive.',
  why: 'The job takes its checkpoint without waiting for the broker: after a failure records are lost, or written twice, and no error tells of it.',
  remedy: "Leave `'sink.delivery-guarantee'` at its default, `at-least-once`, or set `exactly-once`.",
  references: [kafkaConnector],
  views: ['flink/sql-statement'],
  key: ['options', 'sink.delivery-guarantee'],
  otherKeys: [['options', 'sink.semantic']],
  forbidden: ['none'],
  message: 'With {key} "{value}" records get lost without an error.',
  mend: { set: 'at-least-once', title: 'Deliver at least once', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', ", 'sink.delivery-guarantee' = «'none'» /* fast */"),
        fixed: kafkaTable('scores', 'id STRING', ", 'sink.delivery-guarantee' = 'at-least-once' /* fast */"),
      },
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', ", 'sink.semantic' = «'NONE'»"),
        fixed: kafkaTable('scores', 'id STRING', ", 'sink.semantic' = 'at-least-once'"),
      },
    ],
    good: [
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', ", 'sink.delivery-guarantee' = 'at-least-once'"),
      },
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', ", 'sink.delivery-guarantee' = '${GUARANTEE}'"),
      },
    ],
  },
});
