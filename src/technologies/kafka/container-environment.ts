import { findEntry, resolve } from '../../core';
import type {
  Adapted,
  Entry,
  FormatEdits,
  ListNode,
  MapNode,
  PlainValue,
  ResolvedNode,
  ScalarNode,
  TreeNode,
} from '../../core';

/** Whether a Compose service runs a Kafka broker whose image turns `KAFKA_…` variables into properties. */
export function isBrokerImage(service: ResolvedNode): service is MapNode {
  if (service.type !== 'map') return false;
  const image = resolve(findEntry(service, 'image')?.entry.value);
  return (
    image?.type === 'scalar' &&
    /(?:^|\/)(?:apache|confluentinc|bitnami\w*)\/(?:cp-)?kafka(?:-native)?(?=[:@]|$)/.test(image.text)
  );
}

/**
 * Environment variables as the properties that the image makes of them, from a map or a list of `KEY=value`:
 * `___` becomes `-`, `__` becomes `_`, `_` becomes `.`.
 * Source: apache/kafka docker/examples/README.md, "Using environment variables".
 */
export function environmentAsProperties(node: ResolvedNode): Adapted | undefined {
  if (node.type === 'map') return fromMap(node);
  return node.type === 'list' ? fromList(node) : { node: emptyMap(node) };
}

function fromMap(source: MapNode): Adapted {
  const origins = new Map<Entry, Entry>();
  const entries = source.entries.flatMap((entry) => {
    const key = propertyOf(entry.key);
    if (key === undefined) return [];
    const property = { ...entry, key };
    origins.set(property, entry);
    return [property];
  });
  const prefix = variablePrefix(source.entries.map(({ key }) => key));
  const edits = (own: FormatEdits): FormatEdits => ({
    ...own,
    // Compose takes texts and numbers, no booleans.
    setScalar: (document, scalar, value) => own.setScalar(document, scalar, plainValue(value)),
    replace: () => undefined,
    insert: (document, _map, key, value) =>
      own.insert(document, source, variableOf(prefix, key), plainValue(value)),
    remove: (document, _map, entry) => {
      const origin = origins.get(entry);
      return origin && own.remove(document, source, origin);
    },
    renameKey: (document, entry, key) => {
      const origin = origins.get(entry);
      return origin && own.renameKey(document, origin, variableOf(prefix, key));
    },
  });
  return { node: { ...emptyMap(source), entries }, edits };
}

function fromList(source: ListNode): Adapted {
  const origins = new Map<Entry, TreeNode>();
  const entries = source.items.flatMap((item) => {
    const entry = pairOf(resolve(item));
    if (entry) origins.set(entry, item);
    return entry ? [entry] : [];
  });
  const prefix = variablePrefix(source.items.map((item) => (item.type === 'scalar' ? item.text : '')));
  const edits = (own: FormatEdits): FormatEdits => ({
    ...own,
    setScalar: (_document, scalar, value) => [{ span: scalar.span, text: String(plainValue(value)) }],
    replace: () => undefined,
    insert: (document, _map, key, value) =>
      own.append(document, source, `${variableOf(prefix, key)}=${plainValue(value)}`),
    remove: (document, _map, entry) => {
      const origin = origins.get(entry);
      return origin && own.removeItem(document, source, origin);
    },
    renameKey: (_document, entry, key) => [{ span: entry.keySpan, text: variableOf(prefix, key) }],
  });
  return { node: { ...emptyMap(source), entries }, edits };
}

function emptyMap(node: ResolvedNode): MapNode {
  return { type: 'map', entries: [], span: node.span, flow: false };
}

function pairOf(item: ResolvedNode | undefined): Entry | undefined {
  if (item?.type !== 'scalar') return undefined;
  const equals = item.text.indexOf('=');
  const key = equals < 0 ? undefined : propertyOf(item.text.slice(0, equals));
  if (key === undefined) return undefined;
  const quote = item.style === 'plain' ? 0 : 1;
  const keySpan = { start: item.span.start + quote, end: item.span.start + quote + equals };
  const span = { start: keySpan.end + 1, end: item.span.end - quote };
  const value: ScalarNode = { type: 'scalar', text: item.text.slice(equals + 1), style: 'plain', span };
  return { key, keySpan, value };
}

function plainValue(value: PlainValue): string | number {
  return typeof value === 'boolean' ? String(value) : typeof value === 'object' ? '' : value;
}

function variablePrefix(names: readonly string[]): string {
  return names.some((name) => name.startsWith('KAFKA_CFG_')) ? 'KAFKA_CFG_' : 'KAFKA_';
}

function variableOf(prefix: string, property: string): string {
  return prefix + property.replace(/_/g, '__').replace(/-/g, '___').replace(/\./g, '_').toUpperCase();
}

function propertyOf(variable: string): string | undefined {
  const name = /^KAFKA_(?:CFG_)?(.+)$/.exec(variable)?.[1];
  return name
    ?.toLowerCase()
    .replace(/_{1,3}/g, (run) => (run.length === 3 ? '-' : run.length === 2 ? '_' : '.'));
}
