import { requiredKey } from '../../../shapes/required-key';
import { consumerSetting } from '../documentation';

export default requiredKey({
  id: 'kafka/require-consumer-group',
  catalogue: ['kafka-no-client-group-id'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A consumer belongs to no group.',
  why: 'Without a group no progress is committed: after each restart the consumer starts at the end or at the beginning, and a second instance reads all records once more.',
  remedy: 'Set `group.id`, unless the program assigns partitions and keeps offsets itself.',
  references: [consumerSetting('group.id')],
  looksAt: [{ view: 'kafka/consumer-config', path: [] }],
  key: ['group.id'],
  message: 'The consumer has no group and commits no progress.',
  mend: { none: 'The name of the group is the author’s to choose.' },
  examples: {
    bad: [
      { path: 'consumer.properties', text: '«bootstrap.servers»=kafka:9093\nauto.offset.reset=earliest\n' },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\nauto.offset.reset=earliest\ngroup.id=${GROUP}\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    consumer:\n      auto-offset-reset: earliest\n',
      },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nacks=all\n' },
    ],
  },
});
