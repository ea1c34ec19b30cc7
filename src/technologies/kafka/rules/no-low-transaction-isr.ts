import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';

const key = 'transaction.state.log.min.isr';

export default defineRule({
  id: 'kafka/no-low-transaction-isr',
  catalogue: ['kafka-txn-min-isr-low'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The transaction log acknowledges with a single copy though three are kept.',
  why: 'A commit is acknowledged when one broker has it. If that broker is lost, the outcome of the transaction is lost with it, and readers with `read_committed` hang or see what was aborted.',
  remedy: 'Leave `transaction.state.log.min.isr` at its default of 2.',
  references: [brokerSetting(key), brokerSetting('transaction.state.log.replication.factor')],
  messages: { low: 'The transaction log is acknowledged by {value} copy.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const least = at.number(key);
    if (least.is !== 'known' || least.value >= 2) return;
    const copies = at.number('transaction.state.log.replication.factor');
    const enough = copies.is === 'absent' || (copies.is === 'known' && copies.value >= 3);
    if (!enough) return;
    const fix = at.fix('review', `Set ${key} to 2`, at.set([key], 2));
    yield { message: 'low', data: { value: least.value }, span: least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\ntransaction.state.log.min.isr=«1»\nnum.partitions=3\n',
        fixed: 'process.roles=broker\ntransaction.state.log.min.isr=2\nnum.partitions=3\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      transaction.state.log.replication.factor: 3\n      transaction.state.log.min.isr: «1» # was slow\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      transaction.state.log.replication.factor: 3\n      transaction.state.log.min.isr: 2 # was slow\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\ntransaction.state.log.min.isr=2\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ntransaction.state.log.min.isr=1\ntransaction.state.log.replication.factor=2\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ntransaction.state.log.min.isr=1\ntransaction.state.log.replication.factor=${RF}\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: 1\n',
      },
    ],
  },
});
