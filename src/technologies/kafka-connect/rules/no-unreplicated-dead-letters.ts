import { boundedNumber } from '../../../shapes/bounded-number';
import { sinkSetting } from '../documentation';

const key = 'errors.deadletterqueue.topic.replication.factor';

export default boundedNumber({
  id: 'kafka-connect/no-unreplicated-dead-letters',
  catalogue: ['connect-dlq-rf-one'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The dead-letter topic has one copy.',
  why: 'The records that need a second look are the ones that a failed disk takes; no other topic holds them in a form that the sink could read.',
  remedy: 'Delete the line; the default is 3.',
  references: [sinkSetting(key)],
  views: ['kafka-connect/connector-config'],
  key: [key],
  least: 2,
  except: [-1],
  message: 'The dead-letter topic is kept in {value} copy.',
  mend: { none: 'The right fix is to delete the line where the cluster has three brokers.' },
  examples: {
    bad: [
      {
        path: 'sink.json',
        text: '{"connector.class": "a.Sink", "topics": "x", "errors.deadletterqueue.topic.replication.factor": «1», "tasks.max": 1}\n',
      },
    ],
    good: [
      {
        path: 'sink.json',
        text: '{"connector.class": "a.Sink", "topics": "x", "errors.deadletterqueue.topic.replication.factor": 2}\n',
      },
      {
        path: 'sink.json',
        text: '{"connector.class": "a.Sink", "topics": "x", "errors.deadletterqueue.topic.replication.factor": -1}\n',
      },
      {
        path: 'sink.json',
        text: `{"connector.class": "a.Sink", "topics": "x", "errors.deadletterqueue.topic.replication.factor": "\${RF}"}\n`,
      },
    ],
  },
});
