import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerSettings } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-topic-auto-creation',
  catalogue: ['pulsar-auto-topic-creation'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Topics come into being by being named.',
  why: 'A misspelt name makes a new topic without partitions and retention, and what is sent there is missing elsewhere.',
  remedy: 'Set `allowAutoTopicCreation=false` and create topics in the release.',
  references: [brokerSettings],
  views: ['pulsar/broker-config'],
  key: ['allowAutoTopicCreation'],
  forbidden: ['true'],
  message: 'A misspelt name makes a new topic.',
  mend: { set: false, title: 'Create topics by hand', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('allowAutoTopicCreation=«true»\n'),
        fixed: broker('allowAutoTopicCreation=false\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('allowAutoTopicCreation=false\n') },
      { path: 'broker.conf', text: broker('allowAutoTopicCreation=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
