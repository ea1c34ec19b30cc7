import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { kafkaSink } from '../documentation';
import { sink } from '../example-text';
import { formatOf, isKafkaSink } from '../statements';

const key = 'properties.enable.idempotence';

export default defineRule({
  id: 'risingwave/require-idempotent-sink',
  catalogue: ['rw-sink-not-idempotent'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'An append-only sink to Kafka writes a message twice when a send is repeated.',
  why: 'librdkafka has idempotence off by default: a lost acknowledgement makes it send again, and a label or a prediction counts twice.',
  remedy: "Write `properties.enable.idempotence = 'true'`.",
  references: [kafkaSink],
  messages: {
    missing: 'A repeated send writes a message of this sink twice.',
    off: 'Idempotence is off: a repeated send writes a message twice.',
  },
  fix: 'review',
  looksAt: [{ view: 'risingwave/statement', path: [] }],
  *check(at): Iterable<Report> {
    const connector = at.at('options', 'connector');
    const format = formatOf(at);
    if (!connector || !isKafkaSink(at) || (format !== undefined && format !== 'PLAIN')) return;
    if (/^(?:upsert|debezium)$/i.test(known(at.text('options', 'type')) ?? '')) return;
    const value = at.text('options', key);
    const fix = at.fix('review', 'Enable idempotence', at.set(['options', key], 'true'));
    if (value.is === 'absent') yield { message: 'missing', span: connector.span, fix };
    else if (value.is === 'known' && value.value.toLowerCase() === 'false')
      yield { message: 'off', span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        message: 'missing',
        text: sink('', '').replace("'kafka'", "«'kafka'»"),
        fixed: sink(", properties.enable.idempotence = 'true'", ''),
      },
      {
        path: 's.sql',
        message: 'off',
        text: sink(", properties.enable.idempotence = «'false'»", ''),
        fixed: sink(", properties.enable.idempotence = 'true'", ''),
      },
      {
        path: 's.sql',
        message: 'off',
        text: sink(", properties.enable.idempotence = «'False'», type = 'append-only'"),
        fixed: sink(", properties.enable.idempotence = 'true', type = 'append-only'"),
      },
    ],
    good: [
      { path: 's.sql', text: sink(", properties.enable.idempotence = 'true'") },
      { path: 's.sql', text: sink(", properties.enable.idempotence = '${ON}'") },
      { path: 's.sql', text: sink('', 'FORMAT UPSERT ENCODE JSON') },
      { path: 's.sql', text: sink(", type = 'upsert'", '') },
      { path: 's.sql', text: sink().replace("'kafka'", "'pulsar'") },
    ],
  },
});
