import { findEntry, resolve } from '../../core';
import type { Adapted, Entry, MapNode, ResolvedNode, ScalarNode, Span, TreeNode } from '../../core';

/** Dependencies of a pyproject.toml in the shape of a requirements file: a list `requirements` of names and specifiers. */
export function pyprojectDependencies(root: ResolvedNode): Adapted | undefined {
  const project = valueOf(root, 'project');
  const optional = valueOf(project, 'optional-dependencies');
  const lists = [
    valueOf(project, 'dependencies'),
    ...(optional?.type === 'map' ? optional.entries.map(({ value }) => resolve(value)) : []),
  ];
  const listed = lists.flatMap((list) => itemsOf(list)).flatMap((item) => readPip(item) ?? []);
  const poetry = valueOf(valueOf(valueOf(root, 'tool'), 'poetry'), 'dependencies');
  const named =
    poetry?.type === 'map'
      ? poetry.entries.map(({ key, keySpan }) => mapOf({ name: scalar(key, keySpan) }, keySpan))
      : [];
  return asRequirements([...listed, ...named], root.span);
}

/** Dependencies of a conda environment, those that pip installs included. */
export function condaDependencies(root: ResolvedNode): Adapted | undefined {
  const read = itemsOf(valueOf(root, 'dependencies')).flatMap((item) => {
    if (item.type === 'map') return itemsOf(valueOf(item, 'pip')).flatMap((inner) => readPip(inner) ?? []);
    return readConda(item) ?? [];
  });
  return asRequirements(read, root.span);
}

/** `name[extra]>=1.0; marker` of PEP 508. */
function readPip(node: ResolvedNode): MapNode | undefined {
  if (node.type !== 'scalar' || node.text.startsWith('-')) return undefined;
  const semicolon = node.text.indexOf(';');
  const head = (semicolon < 0 ? node.text : node.text.slice(0, semicolon)).trim();
  const marker = semicolon < 0 ? undefined : node.text.slice(semicolon + 1).trim();
  const [, name, extras = ''] = /^([A-Za-z0-9][\w.-]*)(\[[^\]]*\])?/.exec(head.replace(/\s+\[/, '[')) ?? [];
  if (name === undefined) return undefined;
  const specifier = head.slice(head.indexOf(extras, name.length) + extras.length).trim();
  if (specifier !== '' && !/^[(=<>!~]/.test(specifier)) return undefined;
  const version = /^===?\s*([^\s,*]+)$/.exec(specifier)?.[1];
  const at = (text: string | undefined, from = 0): ScalarNode | undefined =>
    text ? part(node, text, from) : undefined;
  return mapOf(
    {
      name: at(name),
      specifier: at(specifier, name.length + extras.length),
      version: at(version, name.length + extras.length),
      marker: at(marker),
    },
    node.span,
  );
}

/** `channel::name=1.0=build` of conda. */
function readConda(node: ResolvedNode): MapNode | undefined {
  if (node.type !== 'scalar') return undefined;
  const [, channel = '', name] = /^\s*([\w./-]+::)?([A-Za-z0-9][\w.-]*)/.exec(node.text) ?? [];
  if (name === undefined) return undefined;
  const specifier = node.text.slice(node.text.indexOf(name, channel.length) + name.length);
  if (!/^(?:[=<>!~ ]|$)/.test(specifier)) return undefined;
  const trimmed = specifier.trim();
  const version = /^={0,2}\s*(\d[^\s,*=|]*)/.exec(trimmed)?.[1];
  const from = channel.length + name.length;
  return mapOf(
    {
      name: part(node, name, channel.length),
      specifier: trimmed ? part(node, trimmed, from) : undefined,
      version: version ? part(node, version, from) : undefined,
    },
    node.span,
  );
}

/** A part of a scalar with its exact place; the whole scalar where escapes hide it. */
function part(node: ScalarNode, text: string, from: number): ScalarNode {
  const offset = node.text.indexOf(text, from);
  const quote = node.style === 'plain' ? 0 : 1;
  const isExact = offset >= 0 && node.span.end - node.span.start === node.text.length + 2 * quote;
  const start = node.span.start + quote + offset;
  return { ...scalar(text, isExact ? { start, end: start + text.length } : node.span) };
}

function asRequirements(items: readonly MapNode[], span: Span): Adapted | undefined {
  if (items.length === 0) return undefined;
  const list: TreeNode = { type: 'list', items, span, flow: false };
  const entries: Entry[] = [{ key: 'requirements', keySpan: items[0]?.span ?? span, value: list }];
  return { node: { type: 'map', entries, span, flow: false } };
}

function mapOf(values: Readonly<Record<string, ScalarNode | undefined>>, span: Span): MapNode {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value ? [{ key, keySpan: value.span, value }] : [],
  );
  return { type: 'map', entries, span, flow: true };
}

function scalar(text: string, span: Span): ScalarNode {
  return { type: 'scalar', text, style: 'plain', span };
}

function valueOf(node: ResolvedNode | undefined, key: string): ResolvedNode | undefined {
  return node?.type === 'map' ? resolve(findEntry(node, key)?.entry.value) : undefined;
}

function itemsOf(node: ResolvedNode | undefined): ResolvedNode[] {
  return node?.type === 'list' ? node.items.flatMap((item) => resolve(item) ?? []) : [];
}
