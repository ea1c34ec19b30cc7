import { forbiddenValue } from '../../../shapes/forbidden-value';

export default forbiddenValue({
  id: 'kafka/no-unclean-leader-election',
  catalogue: ['kafka-unclean-leader-election'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A replica that is behind may become leader and drop acknowledged records.',
  why: 'When the in-sync replicas of a partition are gone, a lagging replica is elected. Every record that it has not copied is lost, though producers got an acknowledgement for it.',
  remedy:
    'Leave `unclean.leader.election.enable` at its default, `false`, and give the topic three replicas.',
  references: [
    {
      title: 'Kafka topic configuration: unclean.leader.election.enable',
      url: 'https://kafka.apache.org/documentation/#topicconfigs_unclean.leader.election.enable',
    },
  ],
  views: ['kafka/broker-config', 'kafka/topic-config'],
  key: ['unclean.leader.election.enable'],
  forbidden: ['true'],
  message: 'Unclean leader election loses acknowledged records.',
  mend: { set: false, title: 'Set unclean.leader.election.enable to false', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nunclean.leader.election.enable=«true»\nlog.dirs=/var/lib/kafka/data\n',
        fixed: 'process.roles=broker\nunclean.leader.election.enable=false\nlog.dirs=/var/lib/kafka/data\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      unclean.leader.election.enable: «true» # we had an outage\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      unclean.leader.election.enable: false # we had an outage\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    unclean.leader.election.enable: «"TRUE"»\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    unclean.leader.election.enable: "false"\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nunclean.leader.election.enable=false\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nunclean.leader.election.enable=${UNCLEAN}\n',
      },
      { path: 'other.properties', text: 'unclean.leader.election.enable=true\n' },
    ],
  },
});
