import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { changelog, deploymentGuide } from '../documentation';

const current = 'kafka.strimzi.io/v1';

export default defineRule({
  id: 'strimzi/no-removed-api-version',
  catalogue: ['strimzi-v1beta2-removed'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A resource is of an API version that Strimzi 1.0 removed.',
  why: 'Since Strimzi 1.0 only `kafka.strimzi.io/v1` is served: the cluster answers that it knows no such resource.',
  remedy: `Move what v1 moved, such as storage to node pools, then write \`apiVersion: ${current}\`.`,
  references: [changelog, deploymentGuide('upgrading', 'assembly-upgrade-str')],
  messages: { removed: 'Strimzi 1.0 removed {version}; only {current} is served.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'strimzi/any', path: [] }],
  *check(at): Iterable<Report> {
    const version = at.text('apiVersion');
    if (version.is !== 'known' || !/\/v1(?:alpha|beta)\d$/.test(version.value)) return;
    const data = { version: version.value.slice(version.value.indexOf('/') + 1), current: 'v1' };
    const fix = isReady(at)
      ? at.fix('review', `Write ${current}`, at.set(['apiVersion'], current))
      : undefined;
    yield { message: 'removed', data, span: version.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1beta2»\nkind: Kafka\nspec:\n  kafka:\n    replicas: 3\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1beta2»\nkind: Kafka\nspec:\n  zookeeper:\n    replicas: 3\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1beta2» # old\nkind: KafkaTopic\nspec:\n  partitions: 3\n',
        fixed: 'apiVersion: kafka.strimzi.io/v1 # old\nkind: KafkaTopic\nspec:\n  partitions: 3\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1beta2»\nkind: Kafka\nspec:\n  kafka:\n    replicas: 3\n  zookeeper:\n    replicas: 3\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1beta2»\nkind: Kafka\nspec:\n  kafka:\n    storage:\n      type: ephemeral\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1alpha1»\nkind: KafkaConnect\nspec:\n  config:\n    group.id: a\n',
      },
      {
        path: 'mirror.yaml',
        text: 'apiVersion: «kafka.strimzi.io/v1beta2»\nkind: KafkaMirrorMaker2\nspec:\n  connectCluster: a\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1alpha\nkind: KafkaTopic\nspec:\n  partitions: 3\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  partitions: 3\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: example.com/v1beta2\nkind: KafkaTopic\nspec:\n  partitions: 3\n',
      },
    ],
  },
});

/** Whether nothing stands in the resource that v1 no longer takes. */
function isReady(at: NodeView): boolean {
  const moved = [
    ['spec', 'zookeeper'],
    ['spec', 'kafka', 'replicas'],
    ['spec', 'kafka', 'storage'],
    ['spec', 'connectCluster'],
    ['spec', 'config', 'group.id'],
  ];
  return !moved.some((path) => at.has(...path));
}
