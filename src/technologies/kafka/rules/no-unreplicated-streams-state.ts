import { forbiddenValue } from '../../../shapes/forbidden-value';
import { streamsSetting } from '../documentation';

export default forbiddenValue({
  id: 'kafka/no-unreplicated-streams-state',
  catalogue: ['streams-replication-factor-one'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The changelog of a Streams application has one copy.',
  why: 'The changelog is the only durable form of the application’s state: with the disk that holds it, all windows and counts are gone.',
  remedy: 'Delete the line: -1 takes the cluster’s default, which should be 3.',
  references: [streamsSetting('replication.factor')],
  views: ['kafka/streams-config'],
  key: ['replication.factor'],
  forbidden: ['1'],
  message: 'The state’s changelog is kept in one copy.',
  mend: { remove: true, title: 'Remove it: the default is the cluster’s', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nreplication.factor=«1»\nbootstrap.servers=kafka:9093\n',
        fixed: 'application.id=features\nbootstrap.servers=kafka:9093\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    streams:\n      application-id: features\n      replication-factor: «1» # one broker\n',
        fixed: 'spring:\n  kafka:\n    streams:\n      application-id: features\n',
      },
    ],
    good: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nreplication.factor=-1\nbootstrap.servers=kafka:9093\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nreplication.factor=3\nbootstrap.servers=kafka:9093\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nreplication.factor=${RF}\nbootstrap.servers=kafka:9093\n',
      },
    ],
  },
});
