/** Settings that the operator writes itself and takes from nobody. Source: Strimzi 1.2.0 API, `FORBIDDEN_PREFIXES`. */
export interface ReservedSettings {
  readonly prefixes: readonly string[];
  readonly exceptions: readonly string[];
}

/** Of `Kafka`, `spec.kafka.config`. */
export const reservedForBrokers: ReservedSettings = {
  prefixes: [
    'listeners',
    'advertised.',
    'broker.',
    'listener.',
    'host.name',
    'port',
    'inter.broker.listener.name',
    'sasl.',
    'ssl.',
    'security.',
    'password.',
    'log.dir',
    'zookeeper.connect',
    'zookeeper.set.acl',
    'zookeeper.ssl',
    'zookeeper.clientCnxnSocket',
    'authorizer.',
    'super.user',
    'cruise.control.metrics.topic',
    'cruise.control.metrics.reporter.bootstrap.servers',
    'node.id',
    'process.roles',
    'controller.',
    'metadata.log.dir',
    'zookeeper.metadata.migration.enable',
    'prometheus.metrics.reporter.',
    'cordoned.log.dirs',
  ],
  exceptions: [
    'zookeeper.connection.timeout.ms',
    'sasl.server.max.receive.size',
    'ssl.cipher.suites',
    'ssl.protocol',
    'ssl.enabled.protocols',
    'ssl.secure.random.implementation',
    'cruise.control.metrics.topic.num.partitions',
    'cruise.control.metrics.topic.replication.factor',
    'cruise.control.metrics.topic.retention.ms',
    'cruise.control.metrics.topic.auto.create.retries',
    'cruise.control.metrics.topic.auto.create.timeout.ms',
    'cruise.control.metrics.topic.min.insync.replicas',
    'broker.session.timeout.ms',
    'broker.heartbeat.interval.ms',
    'controller.socket.timeout.ms',
    'controller.quorum.election.backoff.max.ms',
    'controller.quorum.election.timeout.ms',
    'controller.quorum.fetch.timeout.ms',
  ],
};

/** Of `KafkaConnect`, `spec.config`, and of the clusters of `KafkaMirrorMaker2`. */
export const reservedForConnect: ReservedSettings = {
  prefixes: [
    'group.id',
    'config.storage.topic',
    'offset.storage.topic',
    'status.storage.topic',
    'ssl.',
    'sasl.',
    'security.',
    'listeners',
    'plugin.path',
    'rest.',
    'bootstrap.servers',
    'consumer.interceptor.classes',
    'producer.interceptor.classes',
    'prometheus.metrics.reporter.',
  ],
  exceptions: [
    'ssl.endpoint.identification.algorithm',
    'ssl.cipher.suites',
    'ssl.protocol',
    'ssl.enabled.protocols',
  ],
};

/** Whether the operator ignores a setting of that name. */
export function isReserved(key: string, { prefixes, exceptions }: ReservedSettings): boolean {
  const lower = key.toLowerCase();
  if (exceptions.includes(lower)) return false;
  return prefixes.some((prefix) => lower.startsWith(prefix.toLowerCase()));
}
