import { forbiddenValue } from '../../../shapes/forbidden-value';
import { sinkSetting } from '../documentation';

const key = 'errors.log.include.messages';

export default forbiddenValue({
  id: 'kafka-connect/no-logged-records',
  catalogue: ['connect-log-messages-pii'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Keys and values of failing records are written to the log.',
  why: 'Logs go to systems that more people read and that keep them longer than the topic: names, mail addresses and card numbers end up there.',
  remedy: `Set \`${key}=false\` and look at the records in the dead-letter topic.`,
  references: [sinkSetting(key)],
  views: ['kafka-connect/connector-config'],
  key: [key],
  forbidden: ['true'],
  message: 'Failing records are written to the log with key and value.',
  mend: { set: false, title: `Set ${key} to false`, safety: 'review' },
  examples: {
    bad: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\nerrors.log.include.messages=«true»\ntopics=x\n',
        fixed: 'name=s\nconnector.class=a.Sink\nerrors.log.include.messages=false\ntopics=x\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  config:\n    errors.log.include.messages: «"true"» # to see them\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  config:\n    errors.log.include.messages: "false" # to see them\n',
      },
    ],
    good: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\nerrors.log.include.messages=false\ntopics=x\n',
      },
      { path: 'other.properties', text: 'errors.log.include.messages=true\n' },
    ],
  },
});
