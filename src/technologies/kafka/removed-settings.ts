/** Settings that Kafka 4 no longer knows, with the one that took its place where there is one. */
export const removedFromBroker: ReadonlyMap<string, string | undefined> = new Map([
  ['auto.include.jmx.reporter', undefined],
  ['broker.id.generation.enable', undefined],
  ['control.plane.listener.name', undefined],
  ['controlled.shutdown.max.retries', undefined],
  ['controlled.shutdown.retry.backoff.ms', undefined],
  ['delegation.token.master.key', 'delegation.token.secret.key'],
  ['group.coordinator.new.enable', undefined],
  ['leader.imbalance.per.broker.percentage', undefined],
  ['log.message.downconversion.enable', undefined],
  ['log.message.format.version', undefined],
  ['log.message.timestamp.difference.max.ms', undefined],
  ['metrics.jmx.blacklist', 'metrics.jmx.exclude'],
  ['metrics.jmx.whitelist', 'metrics.jmx.include'],
  ['offsets.commit.required.acks', undefined],
  ['password.encoder.secret', undefined],
  ['reserved.broker.max.id', undefined],
]);

/** The same for clients, Connect workers among them. */
export const removedFromClients: ReadonlyMap<string, string | undefined> = new Map([
  ['auto.include.jmx.reporter', undefined],
  ['metrics.jmx.blacklist', 'metrics.jmx.exclude'],
  ['metrics.jmx.whitelist', 'metrics.jmx.include'],
]);

/** The same for topics; there the broker refuses what it does not know. */
export const removedFromTopics: ReadonlyMap<string, string | undefined> = new Map([
  ['message.format.version', undefined],
  ['message.timestamp.difference.max.ms', undefined],
  ['message.downconversion.enable', undefined],
]);
