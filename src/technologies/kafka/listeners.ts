import type { NodeView, Span } from '../../core';

/** One listener of a broker, and the place in the file that names it. */
export interface Listener {
  readonly name: string;
  /** Empty when it listens on all interfaces. */
  readonly host: string;
  /** What the listener's name maps to; undefined when the file leaves that open. */
  readonly protocol: string | undefined;
  readonly span: Span;
}

/** The listeners that a key such as `listeners` names; undefined when the file does not tell them. */
export function listenersOf(at: NodeView, key: string): readonly Listener[] | undefined {
  const value = at.text(key);
  if (value.is !== 'known') return undefined;
  const protocols = protocolMap(at);
  const found: Listener[] = [];
  for (const part of value.value.split(',')) {
    const match = /^\s*([\w.-]+):\/\/(.*):-?\d+\s*$/.exec(part);
    if (!match) continue;
    const name = (match[1] ?? '').toUpperCase();
    found.push({
      name,
      host: match[2] ?? '',
      protocol: protocols?.get(name),
      span: partSpan(at, value.span, part.trim()),
    });
  }
  return found;
}

/** Whether clients reach the host only from the machine itself. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/i.test(host.trim());
}

/** Where a part of a value stands; the whole value when escapes make that unsure. */
export function partSpan(at: NodeView, whole: Span, part: string): Span {
  const offset = at.document.text.slice(whole.start, whole.end).indexOf(part);
  if (part === '' || offset < 0) return whole;
  return { start: whole.start + offset, end: whole.start + offset + part.length };
}

const ownNames = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

/** What each listener name means; a name that is a protocol means itself unless mapped. */
function protocolMap(at: NodeView): ReadonlyMap<string, string> | undefined {
  const map = new Map(ownNames.map((name) => [name, name]));
  if (!at.has('listener.security.protocol.map')) return map;
  const given = at.text('listener.security.protocol.map');
  if (given.is !== 'known') return undefined;
  for (const pair of given.value.split(',')) {
    const [name = '', protocol = ''] = pair.split(':').map((side) => side.trim().toUpperCase());
    map.set(name, protocol);
  }
  return map;
}
