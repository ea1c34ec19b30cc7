import { known } from '../../core';
import type { Edit, NodeView, Span } from '../../core';

/** The service's name, which is the key that it stands under. */
export function serviceName(service: NodeView): string {
  return service.document.text.slice(service.anchor.start, service.anchor.end).replace(/^["']|["']$/g, '');
}

/** Whether another file or service may say what this one leaves out. */
export function isExtended(service: NodeView): boolean {
  return service.has('extends');
}

/** One published port. */
export interface Publication {
  readonly node: NodeView;
  readonly hostIp: string | undefined;
  /** As written; a range such as `8000-8010` too. */
  readonly published: string | undefined;
  readonly target: string;
  readonly protocol: string;
  readonly span: Span;
  readonly isShort: boolean;
}

/** The ports of a service; those with a placeholder are left out. */
export function portsOf(service: NodeView): readonly Publication[] {
  return (service.at('ports')?.items() ?? []).flatMap((node) => {
    const found = node.node?.type === 'map' ? longPort(node) : shortPort(node);
    return found ? [found] : [];
  });
}

function longPort(node: NodeView): Publication | undefined {
  const target = known(node.text('target'));
  const published = node.text('published');
  if (target === undefined || published.is === 'unknown') return undefined;
  const written = known(published);
  const ip = /^(\d+\.\d+\.\d+\.\d+):(.*)$/.exec(written ?? '');
  const hostIp = ip?.[1] ?? known(node.text('host_ip'));
  const protocol = known(node.text('protocol')) ?? 'tcp';
  const span = published.is === 'known' ? published.span : node.anchor;
  return { node, hostIp, published: ip?.[2] ?? written, target, protocol, span, isShort: false };
}

function shortPort(node: NodeView): Publication | undefined {
  const text = node.text();
  if (text.is !== 'known') return undefined;
  const match =
    /^(?:(\[[0-9a-f:]+\]|\d+\.\d+\.\d+\.\d+|localhost):)?(?:([\d-]*):)?(\d+(?:-\d+)?)(?:\/(\w+))?$/i.exec(
      text.value.trim(),
    );
  const [, hostIp, published, target = '', protocol = 'tcp'] = match ?? [];
  if (!match) return undefined;
  return {
    node,
    hostIp,
    published: published === '' ? undefined : published,
    target,
    protocol,
    span: text.span,
    isShort: true,
  };
}

/** One mount of a service. */
export interface VolumeUse {
  readonly node: NodeView;
  /** A path of the host, or the name of a volume. */
  readonly source: string;
  readonly target: string | undefined;
  readonly span: Span;
}

/** The mounts of a service; those with a placeholder are left out. */
export function volumesOf(service: NodeView): readonly VolumeUse[] {
  return (service.at('volumes')?.items() ?? []).flatMap((node): VolumeUse[] => {
    if (node.node?.type === 'map') {
      const source = node.text('source');
      return source.is === 'known'
        ? [{ node, source: source.value, target: known(node.text('target')), span: source.span }]
        : [];
    }
    const text = node.text();
    if (text.is !== 'known' || !text.value.includes(':')) return [];
    const [source = '', target] = text.value.split(':');
    return [{ node, source, target, span: text.span }];
  });
}

/** The texts of a list such as `cap_add`, with their places. */
export function itemsOf(
  service: NodeView,
  key: string,
): readonly { readonly text: string; readonly span: Span; readonly node: NodeView }[] {
  return (service.at(key)?.items() ?? []).flatMap((node) => {
    const text = node.text();
    return text.is === 'known' ? [{ text: text.value, span: text.span, node }] : [];
  });
}

/** Variables of a service, written as a map or as a list of `NAME=value`. */
export function environmentOf(
  service: NodeView,
): readonly { readonly name: string; readonly value: string; readonly span: Span }[] {
  const environment = service.at('environment');
  if (environment?.node?.type === 'map') {
    return environment.entries().flatMap((entry) => {
      const value = entry.text();
      return value.is === 'known' ? [{ name: entry.key, value: value.value, span: value.span }] : [];
    });
  }
  return itemsOf(service, 'environment').flatMap(({ text, span }) => {
    const equals = text.indexOf('=');
    return equals < 0 ? [] : [{ name: text.slice(0, equals), value: text.slice(equals + 1), span }];
  });
}

/** Edits that take one item out of a list. */
export function removeItem(list: NodeView | undefined, item: NodeView): Edit[] | undefined {
  if (list?.node?.type !== 'list') return undefined;
  const own = list.node.items[Number(item.key)];
  if (!own || own.type === 'alias') return undefined;
  return list.context.edits?.removeItem(list.document, list.node, own);
}
