import type { Fact, NodeView } from '../../core';
import { known } from '../../core';
import { trackingUse } from '../../shapes/tracking-use';

/** The services that others reach by name, with the ports inside the network, and where they track their runs. */
export function* composeFacts(root: NodeView): Iterable<Fact> {
  for (const service of root.at('services')?.entries() ?? []) {
    const ports = portsOf(service);
    const attributes = { source: 'compose', ...(ports !== undefined && { ports }) };
    yield { type: 'service', name: service.key, attributes, span: service.anchor };
    yield* trackingFacts(service.at('environment'));
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

/** The environment is a map, or a list of `NAME=value`, of which no part has a place of its own. */
function* trackingFacts(environment: NodeView | undefined): Iterable<Fact> {
  const uri = environment?.text('MLFLOW_TRACKING_URI');
  if (uri) yield* trackingUse(uri);
  for (const item of environment?.items() ?? []) {
    const text = item.text();
    const value = text.is === 'known' ? /^MLFLOW_TRACKING_URI=(.*)$/.exec(text.value)?.[1] : undefined;
    if (text.is === 'known' && value !== undefined) yield* trackingUse({ ...text, value });
  }
}
