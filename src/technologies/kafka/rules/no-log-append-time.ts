import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerSetting, topicSetting } from '../documentation';

export default forbiddenValue({
  id: 'kafka/no-log-append-time',
  catalogue: ['kafka-log-append-time'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The time of an event is replaced by the time of its arrival.',
  why: 'Late and replayed records all carry the moment they were written. Windows, joins by time and features as of an event are then wrong, and only in production.',
  remedy: 'Leave the type at `CreateTime`; keep the arrival time in a field of its own if it is needed.',
  references: [topicSetting('message.timestamp.type'), brokerSetting('log.message.timestamp.type')],
  views: ['kafka/topic-config', 'kafka/broker-config'],
  key: ['message.timestamp.type'],
  otherKeys: [['log.message.timestamp.type']],
  forbidden: ['LogAppendTime'],
  message: 'The event time is overwritten by the time of arrival.',
  mend: { set: 'CreateTime', title: 'Set the type to CreateTime', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    message.timestamp.type: «LogAppendTime» # clocks differ\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    message.timestamp.type: CreateTime # clocks differ\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.message.timestamp.type=«LogAppendTime»\nnode.id=1\n',
        fixed: 'process.roles=broker\nlog.message.timestamp.type=CreateTime\nnode.id=1\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nlog.message.timestamp.type=CreateTime\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlog.message.timestamp.type=${TYPE}\n' },
    ],
  },
});
