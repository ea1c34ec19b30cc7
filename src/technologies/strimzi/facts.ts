import { known } from '../../core';
import type { Fact, NodeView } from '../../core';

/** The topic that a KafkaTopic declares: `spec.topicName`, else `metadata.name`. */
export function* topicFacts(root: NodeView): Iterable<Fact> {
  const renamed = root.text('spec', 'topicName');
  const name = renamed.is === 'absent' ? root.text('metadata', 'name') : renamed;
  if (name.is !== 'known') return;
  const attributes = told({
    source: 'strimzi',
    partitions: known(root.number('spec', 'partitions')),
    replicas: known(root.number('spec', 'replicas')),
    retentionMs: known(root.number('spec', 'config', 'retention.ms')),
    cleanup: known(root.text('spec', 'config', 'cleanup.policy')),
    cluster: clusterOf(root),
    namespace: known(root.text('metadata', 'namespace')),
  });
  yield { type: 'topic', name: name.value, attributes, span: name.span };
  const retention = root.number('spec', 'config', 'retention.ms');
  if (retention.is !== 'known' || retention.value < 0) return;
  const hours = String(Math.floor(retention.value / 3_600_000));
  yield { type: 'retention', name: name.value, attributes: { hours }, span: retention.span };
}

/** The Kafka release of a cluster. */
export function* clusterFacts(root: NodeView): Iterable<Fact> {
  const version = root.text('spec', 'kafka', 'version');
  if (version.is !== 'known') return;
  yield {
    type: 'version',
    name: 'kafka',
    attributes: { version: version.value, where: 'spec.kafka.version' },
    span: version.span,
  };
}

/** A Connect cluster, and whether it takes KafkaConnector resources up. */
export function* connectFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const annotation = root.text('metadata', 'annotations', 'strimzi.io/use-connector-resources');
  const support = root.text('spec', 'config', 'exactly.once.source.support');
  const exactlyOnce = support.is === 'absent' ? 'disabled' : known(support);
  const resources =
    annotation.is === 'absent' ? 'false' : annotation.is === 'known' ? annotation.value : undefined;
  yield {
    type: 'connect-cluster',
    name: name.value,
    attributes: told({ resources, exactlyOnce }),
    span: name.span,
  };
}

/** A connector with its cluster, and the topics that it reads, writes and puts aside. */
export function* connectorFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  const by = known(name);
  if (name.is === 'known') {
    yield {
      type: 'connector',
      name: name.value,
      attributes: told({
        cluster: clusterOf(root),
        exactlyOnce: known(root.text('spec', 'config', 'exactly.once.support')),
      }),
      span: name.span,
    };
  }
  const config = root.at('spec', 'config');
  if (config) yield* connectorTopics(config, by);
}

/** The topics that a connector's configuration names. */
function* connectorTopics(config: NodeView, by: string | undefined): Iterable<Fact> {
  const topics = config.text('topics');
  if (topics.is === 'known') {
    for (const topic of topics.value.split(',').map((part) => part.trim())) {
      if (topic === '') continue;
      yield {
        type: 'topic-use',
        name: topic,
        attributes: told({ direction: 'read', by }),
        span: topics.span,
      };
    }
  }
  const aside = config.text('errors.deadletterqueue.topic.name');
  if (aside.is !== 'known' || aside.value.trim() === '') return;
  yield { type: 'dead-letter', name: aside.value, attributes: told({ of: by }), span: aside.span };
}

/** The topics that a user may read and write, by name. */
export function* userFacts(root: NodeView): Iterable<Fact> {
  const by = known(root.text('metadata', 'name'));
  const rules = root.list('spec', 'authorization', 'acls');
  if (rules.is !== 'known') return;
  for (const rule of rules.value) {
    const name = rule.text('resource', 'name');
    if (known(rule.text('resource', 'type')) !== 'topic' || name.is !== 'known' || name.value === '*')
      continue;
    if (known(rule.text('resource', 'patternType')) === 'prefix' || known(rule.text('type')) === 'deny')
      continue;
    const operations = new Set(
      rule
        .at('operations')
        ?.items()
        .map((item) => known(item.text())),
    );
    for (const [operation, direction] of [
      ['Read', 'read'],
      ['Write', 'write'],
    ] as const) {
      if (!operations.has(operation)) continue;
      yield { type: 'topic-use', name: name.value, attributes: told({ direction, by }), span: name.span };
    }
  }
}

function clusterOf(root: NodeView): string | undefined {
  return known(root.text('metadata', 'labels', 'strimzi.io/cluster'));
}

/** Attributes as texts, without those that are not known. */
function told(
  attributes: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, string>> {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  return Object.fromEntries(pairs);
}
