import { findEntry, known, resolve } from '../../core';
import type { Adapted, Entry, Fact, NodeView, Path, ResolvedNode } from '../../core';
import { composeServer, containerServer } from './server-node';
import { variablesOf } from './variables';

/** Servers and clients among the services of Compose. */
export function* composeFacts(root: NodeView): Iterable<Fact> {
  for (const service of root.at('services')?.entries() ?? []) {
    if (!service.node) continue;
    const server = composeServer(service.node, root.document);
    if (server) yield serverFact(service.key, service.key, server);
    yield* useFacts(service.node);
  }
}

/** Servers and clients among the containers of a workload. */
export function* kubernetesFacts(root: NodeView): Iterable<Fact> {
  const name = known(root.text('metadata', 'name'));
  const paths: readonly Path[] = [
    ['spec', 'containers'],
    ['spec', 'template', 'spec', 'containers'],
    ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers'],
  ];
  for (const container of paths.flatMap((path) => root.at(...path)?.items() ?? [])) {
    if (!container.node) continue;
    const server = containerServer(container.node, root.document);
    if (server && name !== undefined) yield serverFact(name, name, server);
    yield* useFacts(container.node);
  }
}

/** Clients by the variables of a file. */
export function* environmentFacts(root: NodeView): Iterable<Fact> {
  if (root.node?.type === 'map') yield* usesIn(root.node.entries);
}

/** What an MLmodel says of itself: flavour versions that it was logged with. */
export function* modelFacts(root: NodeView): Iterable<Fact> {
  const version = root.text('mlflow_version');
  if (version.is === 'known')
    yield {
      type: 'version',
      name: 'mlflow',
      attributes: { version: version.value, where: 'mlflow_version' },
      span: version.span,
    };
}

function serverFact(name: string, host: string, { node }: Adapted): Fact {
  const port = scalarAt(node, 'options', '--port')?.text ?? '5000';
  return { type: 'tracking-server', name, attributes: { host, port }, span: node.span };
}

function* useFacts(node: ResolvedNode): Iterable<Fact> {
  if (node.type === 'map') yield* usesIn(variablesOf(node).entries);
}

function* usesIn(entries: readonly Entry[]): Iterable<Fact> {
  for (const { key, value } of entries) {
    const text = resolve(value);
    if (key !== 'MLFLOW_TRACKING_URI' || text?.type !== 'scalar') continue;
    const [, host, port] = /^https?:\/\/(?:[^@/]*@)?([\w.-]+)(?::(\d+))?/.exec(text.text) ?? [];
    if (host === undefined) continue;
    const attributes = { host, ...(port !== undefined && { port }) };
    yield { type: 'tracking-use', name: text.text.replace(/\/\/[^@/]*@/, '//'), attributes, span: text.span };
  }
}

function scalarAt(
  node: ResolvedNode,
  ...path: string[]
): Extract<ResolvedNode, { type: 'scalar' }> | undefined {
  const found = path.reduce<ResolvedNode | undefined>(
    (at, key) => (at?.type === 'map' ? resolve(findEntry(at, key)?.entry.value) : undefined),
    node,
  );
  return found?.type === 'scalar' ? found : undefined;
}
