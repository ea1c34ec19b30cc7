import type { Fact, NodeView } from '../../core';
import { known } from '../../core';

/** The services that others reach by name, with the ports inside the network. */
export function* composeFacts(root: NodeView): Iterable<Fact> {
  for (const service of root.at('services')?.entries() ?? []) {
    const ports = portsOf(service);
    const attributes = { source: 'compose', ...(ports !== undefined && { ports }) };
    yield { type: 'service', name: service.key, attributes, span: service.anchor };
  }
}

/** `:port` of each port inside, as Services tell it; undefined where one of them is not known. */
function portsOf(service: NodeView): string | undefined {
  const items = ['ports', 'expose'].flatMap((key) => service.at(key)?.items() ?? []);
  const ports = items.map((item) => {
    const target = item.text('target');
    const text = target.is === 'known' ? target.value : known(item.text());
    return /(?:^|:)(\d+)(?:\/\w+)?$/.exec(text ?? '')?.[1];
  });
  return ports.some((port) => port === undefined)
    ? undefined
    : ports.map((port) => `:${port ?? ''}`).join(',');
}
