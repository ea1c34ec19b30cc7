import { known } from '../../core';
import type { Edit, NodeView, Span, Value } from '../../core';

/** Views of all containers that have resources and a lifetime of their own; ephemeral ones have none. */
export const lastingContainers = [
  { view: 'kubernetes/container', path: [] },
  { view: 'kubernetes/init-container', path: [] },
] as const;

/** The container's name for a message; "unnamed" where it has none yet. */
export function containerName(container: NodeView): string {
  return known(container.text('name')) ?? 'unnamed';
}

/** A setting in effect for a container: its own, else its pod's. The anchor of an absent one is the container's. */
export function securitySetting(container: NodeView, ...key: string[]): Value<string> {
  const own = container.text('securityContext', ...key);
  if (own.is !== 'absent') return own;
  const inherited = container.outer?.text('securityContext', ...key);
  return inherited && inherited.is !== 'absent' ? inherited : own;
}

/** Whether the text is YAML's true or false, quoted ones included, for peers and people mean it so. */
export function isTrue(value: Value<string>): boolean {
  return value.is === 'known' && /^(?:true|yes|on)$/i.test(value.value);
}

/** Whether the text is false in any spelling. */
export function isFalse(value: Value<string>): boolean {
  return value.is === 'known' && /^(?:false|no|off)$/i.test(value.value);
}

/** The texts of a list of scalars; undefined where something in it is not known. */
export function textsOf(list: Value<readonly NodeView[]>): readonly string[] | undefined {
  if (list.is === 'absent') return [];
  if (list.is !== 'known') return undefined;
  const texts = list.value.map((item) => known(item.text()));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Edits that remove one item of a list, with its line. */
export function removeItem(list: NodeView, item: NodeView): Edit[] | undefined {
  if (list.node?.type !== 'list') return undefined;
  const index = Number(item.key);
  const own = list.node.items[index];
  if (!own || own.type === 'alias') return undefined;
  return list.context.edits?.removeItem(list.document, list.node, own);
}

/** The ports that the container's probes ask, as written. */
export function probePorts(container: NodeView): { readonly value: string; readonly span: Span }[] {
  const found: { value: string; span: Span }[] = [];
  for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
    for (const handler of ['httpGet', 'tcpSocket', 'grpc']) {
      const port = container.text(probe, handler, 'port');
      if (port.is === 'known') found.push({ value: port.value, span: port.span });
    }
  }
  return found;
}

/** A quantity such as `500m` or `2Gi` as a number; undefined when it is none. */
export function quantity(text: string): number | undefined {
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, digits = '', exponent = '', suffix = ''] = match;
  return Number(digits + exponent) * (quantitySuffixes[suffix] ?? 1);
}

const quantitySuffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The annotations of the pod that a pod specification, or a container in it, belongs to. */
export function podAnnotations(at: NodeView): NodeView | undefined {
  let root = at;
  while (root.outer) root = root.outer;
  const places = [
    ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
    ['spec', 'template', 'metadata', 'annotations'],
    ['metadata', 'annotations'],
  ];
  for (const place of places) {
    const found = root.at(...place);
    if (found) return found;
  }
  return undefined;
}

/** Capabilities of a container's `add` or `drop`, upper case and without `CAP_`; undefined where not all are known. */
export function capabilities(container: NodeView, list: 'add' | 'drop'): readonly string[] | undefined {
  return textsOf(container.list('securityContext', 'capabilities', list))?.map(capabilityName);
}

/** A capability's name as the kernel's list has it, without `CAP_`. */
export function capabilityName(text: string): string {
  return text.trim().toUpperCase().replace(/^CAP_/, '');
}
