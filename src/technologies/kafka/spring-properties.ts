import { resolve } from '../../core';
import type { Adapted, Entry, MapNode, ResolvedNode } from '../../core';

/**
 * The Kafka properties that Spring Boot makes of `spring.kafka.*`: relaxed names become dotted ones, and
 * `properties` is passed on as it is. `client`: only `spring.kafka.producer` or `.consumer` with the common part.
 * Source: Spring Boot `KafkaProperties` (`@ConfigurationProperties("spring.kafka")`).
 */
export function springAsProperties(node: ResolvedNode, client: 'producer' | 'consumer' | undefined): Adapted | undefined {
  const flat = flatten(node, '');
  const entries: Entry[] = [];
  let specific = client === undefined;
  for (const entry of flat) {
    const rest = /^spring\.kafka\.(.+)$/.exec(relaxed(entry.key))?.[1];
    if (rest === undefined) continue;
    const own = client !== undefined && rest.startsWith(`${client}.`);
    if (own) specific = true;
    const local = own ? rest.slice(client.length + 1) : rest;
    if (!own && /^(?:producer|consumer|streams|admin|listener|template|retry|jaas)\./.test(rest)) continue;
    entries.push({ ...entry, key: property(local) });
  }
  if (!specific || entries.length === 0) return undefined;
  return { node: { type: 'map', entries, span: node.span, flow: false } };
}

function flatten(node: ResolvedNode, prefix: string): Entry[] {
  if (node.type !== 'map') return [];
  return (node as MapNode).entries.flatMap((entry) => {
    const key = prefix + entry.key.replace(/^\[(.+)\]$/, '$1');
    const value = resolve(entry.value);
    if (value?.type === 'map' && key.length < 200) return flatten(value, `${key}.`);
    return [{ ...entry, key }];
  });
}

/** `enableAutoCommit` and `enable_auto_commit` are `enable-auto-commit` to Spring. */
function relaxed(key: string): string {
  const head = /^(.*?\.properties\.)(.*)$/.exec(key);
  const [name, rest] = head ? [head[1] ?? '', head[2] ?? ''] : [key, ''];
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/_/g, '-').toLowerCase() + rest;
}

function property(local: string): string {
  const passed = /^properties\.(.+)$/.exec(local)?.[1];
  if (passed !== undefined) return passed.replace(/^\[(.+)\]$/, '$1');
  return renamed[local] ?? local.replace(/-/g, '.');
}

const renamed: Readonly<Record<string, string>> = {
  'bootstrap-servers': 'bootstrap.servers',
  'client-id': 'client.id',
  'group-id': 'group.id',
  'auto-commit-interval': 'auto.commit.interval.ms',
  'fetch-max-wait': 'fetch.max.wait.ms',
  'fetch-min-size': 'fetch.min.bytes',
  'heartbeat-interval': 'heartbeat.interval.ms',
  'transaction-id-prefix': 'transactional.id',
  'buffer-memory': 'buffer.memory',
  'security.protocol': 'security.protocol',
};
