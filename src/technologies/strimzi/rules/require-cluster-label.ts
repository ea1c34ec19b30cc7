import { requiredKey } from '../../../shapes/required-key';
import { resourceReference } from '../documentation';

const label = 'strimzi.io/cluster';

export default requiredKey({
  id: 'strimzi/require-cluster-label',
  catalogue: ['strimzi-topic-no-cluster-label'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A resource does not say which cluster it belongs to.',
  why: 'No operator takes it up: the topic, user, connector or pool is never made, and the resource shows no error.',
  remedy: `Add the label \`${label}\` with the name of the Kafka or KafkaConnect resource.`,
  references: [resourceReference('KafkaTopic'), resourceReference('KafkaConnector')],
  looksAt: [
    { view: 'strimzi/topic', path: [] },
    { view: 'strimzi/user', path: [] },
    { view: 'strimzi/connector', path: [] },
    { view: 'strimzi/node-pool', path: [] },
  ],
  key: ['metadata', 'labels', label],
  message: `No operator takes the resource up: it has no label ${label}.`,
  mend: { none: 'The name of the cluster is not in the resource.' },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\n«metadata»:\n  name: a\n',
      },
      {
        path: 'user.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: a\n  «labels»: { app: scorer }\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  «labels»:\n    strimzi.io/kind: a\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\n«metadata»:\n  name: brokers\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  labels:\n    strimzi.io/cluster: main\n',
      },
      { path: 'cluster.yaml', text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: a\n' },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  labels: {{ .Values.labels }}\n',
      },
    ],
  },
});
