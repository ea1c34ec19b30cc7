import { known } from '../../core';
import type { Fact, NodeView } from '../../core';
import { bareSql, statementsOfKind } from '../../shapes/sql-words';

const secondsOf: Readonly<Record<string, number | undefined>> = {
  SECOND: 1,
  MINUTE: 60,
  HOUR: 3600,
  DAY: 86_400,
  WEEK: 604_800,
};

/** The features that views compute over one window, with the window's length in seconds. */
export function* featureWindows(script: NodeView): Iterable<Fact> {
  for (const statement of statementsOfKind(script, 'CREATE MATERIALIZED VIEW', 'CREATE SINK')) {
    const body = statement.text('body');
    const by = known(statement.text('name'));
    if (body.is !== 'known' || by === undefined) continue;
    const written = script.document.text.slice(body.span.start, body.span.end);
    const seconds = windowSeconds(written);
    if (seconds === undefined) continue;
    for (const { name, index } of aggregatesOf(written)) {
      const start = body.span.start + index;
      const attributes = { seconds: String(seconds), by };
      yield { type: 'feature-window', name, attributes, span: { start, end: start + name.length } };
    }
  }
}

/** The length of the query's only window; undefined where there is none, or more than one. */
function windowSeconds(query: string): number | undefined {
  const calls = [...bareSql(query).matchAll(/\b(?:TUMBLE|HOP)\s*\(/g)];
  const [call] = calls;
  if (!call || calls.length > 1) return undefined;
  const rest = query.slice(call.index);
  const intervals = [
    ...rest.slice(0, bareSql(rest).indexOf(')')).matchAll(/INTERVAL\s*'(\d+)\s*([A-Z]*)'\s*([A-Z]*)/gi),
  ];
  const [, amount = '', inside = '', behind = ''] = intervals[intervals.length - 1] ?? [];
  const unit = secondsOf[(inside || behind).toUpperCase().replace(/S$/, '')];
  return unit === undefined ? undefined : unit * Number(amount);
}

/** Names given to aggregates: `count(*) AS clicks`. */
function aggregatesOf(query: string): readonly { readonly name: string; readonly index: number }[] {
  const pattern = /\b(?:COUNT|SUM|AVG|MIN|MAX)\s*\([^()]*\)\s+AS\s+([A-Z_]\w*)/dg;
  return [...bareSql(query).matchAll(pattern)].flatMap((match) => {
    const place = match.indices?.[1];
    return place ? [{ name: query.slice(place[0], place[1]), index: place[0] }] : [];
  });
}
