import { known } from '../../core';
import type { Fact, NodeView } from '../../core';

/** The path of a component's record; before it stands the root of the system, in it the component's id. */
export const recordPattern = /(?:^|\/)\.ai-patterns\/components\/([^/]+)\.yaml$/;

/** What a record tells of its component: the ports it provides, those it is bound to, and its files where it is bound. */
export function* componentFacts(record: NodeView, path: string): Iterable<Fact> {
  const [whole, component] = recordPattern.exec(path) ?? [];
  const destination = known(record.text('destination'));
  if (whole === undefined || component === undefined || destination === undefined) return;
  const root = path.slice(0, path.length - whole.length);
  const own = { root, component };
  const folder = [root, destination === '.' ? '' : destination].filter((part) => part !== '').join('/');
  const below = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  for (const port of record.at('provides')?.items() ?? []) yield* providedPort(port, own, below);
  const bindings = record.at('bindings')?.entries() ?? [];
  for (const binding of bindings) {
    const from = binding.text();
    if (from.is !== 'known') continue;
    const used = known(record.text('wired', binding.key));
    const attributes = { ...own, port: binding.key, ...(used !== undefined && { used }) };
    yield { type: 'bound-port', name: from.value, attributes, span: from.span };
  }
  if (bindings.length === 0) return;
  for (const { key, anchor } of record.at('files')?.entries() ?? [])
    yield { type: 'component-file', name: below(key), attributes: own, span: anchor };
}

function* providedPort(
  port: NodeView,
  own: Readonly<Record<string, string>>,
  below: (file: string) => string,
): Iterable<Fact> {
  const name = port.text('name');
  const [id, type] = [known(port.text('id')), known(port.text('port'))];
  if (name.is !== 'known' || id === undefined || type === undefined) return;
  const file = known(port.text('told', 'file'));
  // Names are one word each in every system that has such a port, so that a line feed keeps them apart.
  const names = (port.at('told', 'names')?.items() ?? []).flatMap((item) => known(item.text()) ?? []);
  const told = file === undefined ? {} : { file: below(file), names: names.join('\n') };
  yield {
    type: 'provided-port',
    name: name.value,
    attributes: { ...own, port: id, type, ...told },
    span: name.span,
  };
}
