import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerSetting } from '../documentation';

const key = 'group.initial.rebalance.delay.ms';

export default forbiddenValue({
  id: 'kafka/no-zero-rebalance-delay',
  catalogue: ['kafka-group-initial-rebalance-zero'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  environment: 'replication',
  summary: 'A consumer group divides its partitions anew for every member that joins at start.',
  why: 'Without the delay, ten consumers that start together rebalance ten times, and state is restored as often. Kafka’s sample file sets 0 for tests only.',
  remedy: 'Delete the line; the default is 3000.',
  references: [brokerSetting(key)],
  views: ['kafka/broker-config'],
  key: [key],
  forbidden: ['0'],
  message: 'Groups rebalance for every member that joins at start.',
  mend: { remove: true, title: 'Remove it: the default is 3000', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\ngroup.initial.rebalance.delay.ms=«0»\nnode.id=1\n',
        fixed: 'process.roles=broker\nnode.id=1\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\ngroup.initial.rebalance.delay.ms=1\n' },
      {
        path: 'server.properties',
        text: `process.roles=broker\ngroup.initial.rebalance.delay.ms=\${DELAY}\n`,
      },
    ],
  },
});
