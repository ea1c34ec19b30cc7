import type { Fact, Value } from '../core';

/** The fact that somebody tracks runs at a server: host and port of the URI; none for files, databases and placeholders. */
export function* trackingUse(uri: Value<string>): Iterable<Fact> {
  const match =
    uri.is === 'known' ? /^https?:\/\/(?:[^@/]*@)?([\w.-]+)(?::(\d+))?(?:\/|$)/.exec(uri.value) : null;
  if (uri.is !== 'known' || !match?.[1]) return;
  const attributes = { host: match[1], ...(match[2] !== undefined && { port: match[2] }) };
  yield { type: 'tracking-use', name: uri.value, attributes, span: uri.span };
}
