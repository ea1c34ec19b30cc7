import type { Known, NodeView, Value } from '../../core';

/** Whether the configuration is librdkafka's, whose names and defaults are its own. */
export function isLibrdkafka(at: NodeView): boolean {
  return at.context.view.id === 'kafka/librdkafka-config';
}

/** Whether the producer has to be idempotent: it says so, or it has transactions, which imply it. */
export function demandsIdempotence(at: NodeView): boolean {
  const asked = at.boolean('enable.idempotence');
  if (asked.is === 'known') return asked.value;
  return !at.has('enable.idempotence') && at.has('transactional.id');
}

/** The first of some keys, Java's and librdkafka's names of one thing, that the file has. */
export function firstNumber(
  at: NodeView,
  keys: readonly string[],
): { readonly key: string; readonly value: Known<number> } | undefined {
  for (const key of keys) {
    const value = at.number(key);
    if (value.is === 'known') return { key, value };
  }
  return undefined;
}

/** Names of the number of requests that may be on the way at once. */
export const inFlightKeys = ['max.in.flight.requests.per.connection', 'max.in.flight'] as const;

/** Names of the number of retries. */
export const retriesKeys = ['retries', 'message.send.max.retries'] as const;

/** Names of the acknowledgements that a write needs. */
export const acksKeys = ['acks', 'request.required.acks'] as const;

/** Whether a client's configuration is surely a producer's; librdkafka files do not tell otherwise. */
export function isProducer(at: NodeView): boolean {
  const keys = [
    ...acksKeys,
    ...retriesKeys,
    'linger.ms',
    'queue.buffering.max.ms',
    'batch.size',
    'compression.type',
    'compression.codec',
    'delivery.timeout.ms',
    'message.timeout.ms',
    'transactional.id',
    'partitioner',
  ];
  return keys.some((key) => at.has(key)) && !at.has('group.id');
}

/** Whether acknowledgements of fewer than all in-sync replicas are enough. */
export function isWeakAcks(acks: Value<string>): acks is Known<string> {
  return acks.is === 'known' && !['all', '-1'].includes(acks.value.trim().toLowerCase());
}
