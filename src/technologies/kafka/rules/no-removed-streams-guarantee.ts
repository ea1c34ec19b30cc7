import { forbiddenValue } from '../../../shapes/forbidden-value';
import { streamsSetting, upgradeNotes } from '../documentation';

export default forbiddenValue({
  id: 'kafka/no-removed-streams-guarantee',
  catalogue: ['streams-removed-eos'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A Streams application asks for a guarantee that Kafka 4 removed.',
  why: 'The application does not start: only `at_least_once` and `exactly_once_v2` are left.',
  remedy: 'Set `processing.guarantee=exactly_once_v2`.',
  references: [streamsSetting('processing.guarantee'), upgradeNotes],
  views: ['kafka/streams-config'],
  key: ['processing.guarantee'],
  forbidden: ['exactly_once', 'exactly_once_beta'],
  migration: true,
  message: 'The application will not start: Kafka 4 knows no guarantee {value}.',
  mend: { set: 'exactly_once_v2', title: 'Set processing.guarantee to exactly_once_v2', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=«exactly_once»\nreplication.factor=3\n',
        fixed:
          'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=exactly_once_v2\nreplication.factor=3\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    streams:\n      application-id: features\n      properties:\n        processing.guarantee: «exactly_once_beta» # since 2.6\n',
        fixed:
          'spring:\n  kafka:\n    streams:\n      application-id: features\n      properties:\n        processing.guarantee: exactly_once_v2 # since 2.6\n',
      },
    ],
    good: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=exactly_once_v2\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.guarantee=at_least_once\n',
      },
    ],
  },
});
