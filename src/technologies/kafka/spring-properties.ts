import { resolve } from '../../core';
import type { Adapted, Entry, FormatEdits, MapNode, ResolvedNode } from '../../core';

/**
 * The Kafka properties that Spring Boot makes of `spring.kafka.*`: relaxed names become dotted ones, and
 * `properties` is passed on as it is. `client`: only `spring.kafka.producer` or `.consumer` with the common part.
 * Source: Spring Boot `KafkaProperties` (`@ConfigurationProperties("spring.kafka")`).
 */
export function springAsProperties(
  node: ResolvedNode,
  client: 'producer' | 'consumer' | 'streams' | undefined,
): Adapted | undefined {
  const origins = new Map<Entry, Origin>();
  const entries: Entry[] = [];
  let specific = client === undefined;
  for (const origin of flatten(node, '')) {
    const rest = /^spring\.kafka\.(.+)$/.exec(relaxed(origin.name))?.[1];
    if (rest === undefined) continue;
    const own = client !== undefined && rest.startsWith(`${client}.`);
    if (own) specific = true;
    else if (/^(?:producer|consumer|streams|admin|listener|template|retry)\./.test(rest)) continue;
    const entry = { ...origin.entry, key: property(own ? rest.slice(client.length + 1) : rest) };
    origins.set(entry, origin);
    entries.push(entry);
  }
  if (!specific || entries.length === 0) return undefined;
  return {
    node: { type: 'map', entries, span: node.span, flow: false },
    edits: (own) => editsOf(own, origins),
  };
}

/** An entry of the file with the whole name that its parents give it. */
interface Origin {
  readonly name: string;
  readonly entry: Entry;
  readonly map: MapNode;
}

/** Values are set where they stand; a new one has no certain place among relaxed and nested names. */
function editsOf(own: FormatEdits, origins: ReadonlyMap<Entry, Origin>): FormatEdits {
  return {
    ...own,
    replace: () => undefined,
    insert: () => undefined,
    renameKey: () => undefined,
    remove: (document, _map, entry) => {
      const origin = origins.get(entry);
      return origin && own.remove(document, origin.map, origin.entry);
    },
  };
}

function flatten(node: ResolvedNode, prefix: string): Origin[] {
  if (node.type !== 'map') return [];
  return node.entries.flatMap((entry) => {
    const name = prefix + entry.key.replace(/^\[(.+)\]$/, '$1');
    const value = resolve(entry.value);
    if (value?.type === 'map' && name.length < 200) return flatten(value, `${name}.`);
    return [{ name, entry, map: node }];
  });
}

/** `enableAutoCommit` and `enable_auto_commit` are `enable-auto-commit` to Spring. */
function relaxed(key: string): string {
  const head = /^(.*?\.properties\.)(.*)$/.exec(key);
  const [name, rest] = head ? [head[1] ?? '', head[2] ?? ''] : [key, ''];
  return (
    name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .replace(/_/g, '-')
      .toLowerCase() + rest
  );
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
