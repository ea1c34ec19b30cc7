import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerSettings } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/require-deduplication',
  catalogue: ['pulsar-dedup-off'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Messages that are sent twice are kept twice.',
  why: 'A producer that sends again after a lost answer, or a replicated cluster, doubles events and labels.',
  remedy: 'Set `brokerDeduplicationEnabled=true`, or turn it on for the namespaces that count.',
  references: [brokerSettings],
  views: ['pulsar/broker-config'],
  key: ['brokerDeduplicationEnabled'],
  forbidden: ['false'],
  message: 'Messages that are sent again are kept twice.',
  mend: { set: true, title: 'Remove duplicates', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('brokerDeduplicationEnabled=«false»\n'),
        fixed: broker('brokerDeduplicationEnabled=true\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('brokerDeduplicationEnabled=true\n') },
      { path: 'broker.conf', text: broker('brokerDeduplicationEnabled=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
