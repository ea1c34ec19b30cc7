import { findEntry, resolve } from '../../core';
import type { Adapted, Entry, MapNode, ResolvedNode } from '../../core';

/** Whether a Compose service runs a Kafka broker whose image turns `KAFKA_…` variables into properties. */
export function isBrokerImage(service: ResolvedNode): service is MapNode {
  if (service.type !== 'map') return false;
  const image = resolve(findEntry(service, 'image')?.entry.value);
  return image?.type === 'scalar' && /(?:^|\/)(?:apache|confluentinc|bitnami\w*)\/(?:cp-)?kafka(?=[:@]|$)/.test(image.text);
}

/**
 * Environment variables as the properties that the image makes of them, from a map or a list of `KEY=value`:
 * `___` becomes `-`, `__` becomes `_`, `_` becomes `.`.
 * Source: apache/kafka docker/examples/README.md, "Using environment variables".
 */
export function environmentAsProperties(node: ResolvedNode): Adapted | undefined {
  const entries = node.type === 'map' ? mapEntries(node) : node.type === 'list' ? listEntries(node.items.map(resolve)) : [];
  return { node: { type: 'map', entries, span: node.span, flow: false } };
}

function mapEntries(map: MapNode): Entry[] {
  return map.entries.flatMap((entry) => {
    const key = propertyOf(entry.key);
    return key === undefined ? [] : [{ ...entry, key }];
  });
}

function listEntries(items: readonly (ResolvedNode | undefined)[]): Entry[] {
  return items.flatMap((item) => {
    if (item?.type !== 'scalar') return [];
    const equals = item.text.indexOf('=');
    const key = equals < 0 ? undefined : propertyOf(item.text.slice(0, equals));
    if (key === undefined) return [];
    const quote = item.style === 'plain' ? 0 : 1;
    const keyEnd = item.span.start + quote + equals;
    const keySpan = { start: item.span.start + quote, end: keyEnd };
    const span = { start: keyEnd + 1, end: item.span.end - quote };
    return [{ key, keySpan, value: { type: 'scalar', text: item.text.slice(equals + 1), style: 'plain', span } as const }];
  });
}

function propertyOf(variable: string): string | undefined {
  const match = /^KAFKA_(.+)$/.exec(variable) ?? /^KAFKA_CFG_(.+)$/.exec(variable);
  const name = match?.[1]?.replace(/^CFG_/, '');
  return name
    ?.toLowerCase()
    .replace(/___/g, '-')
    .replace(/__/g, '\u0000')
    .replace(/_/g, '.')
    .replace(/\u0000/g, '_');
}
