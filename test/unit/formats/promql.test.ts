import { strict as assert } from 'node:assert';
import { callsOf, durationInMs, isRange, metricsOf, parseQuery } from '../../../src/formats/promql/promql';

describe('PromQL', () => {
  it('gives every node the piece of text that it stands for', () => {
    const text = 'sum by (model) (rate(errors_total{code=~"5.."}[5m] offset 1h)) / on(job) calls > 0.5';
    const check = (node: ReturnType<typeof parseQuery>['root']): void => {
      assert.equal(text.slice(node.start, node.end), node.text);
      node.children.forEach(check);
    };
    const query = parseQuery(text);
    assert.equal(query.valid, true);
    check(query.root);
  });

  it('names metrics, not labels or functions', () => {
    const { root } = parseQuery('rate(a_total{b="c"}[5m]) / sum by (d) (e) + {__name__="f"}');
    assert.deepEqual(
      metricsOf(root).map(({ text }) => text),
      ['a_total', 'e'],
    );
  });

  it('finds calls within calls, with their parameters', () => {
    const calls = callsOf(parseQuery('histogram_quantile(0.9, sum(rate(x[5m])))').root);
    assert.deepEqual(
      calls.map(({ name, parameters }) => [name, parameters.length]),
      [
        ['histogram_quantile', 2],
        ['rate', 1],
      ],
    );
  });

  it('tells ranges from instants, through parentheses and offsets', () => {
    const parameter = (text: string): boolean => {
      const range = callsOf(parseQuery(`rate(${text})`).root)[0]?.parameters[0];
      assert.ok(range);
      return isRange(range);
    };
    for (const text of ['x[5m]', '(x[5m])', 'x[5m] offset 1h', 'sum(x)[5m:1m]'])
      assert.equal(parameter(text), true, text);
    for (const text of ['x', '(x)', 'sum(x)', 'x offset 1h']) assert.equal(parameter(text), false, text);
  });

  it('calls half-typed text invalid at every length and never throws', () => {
    const text = 'sum by (model) (rate(errors_total{code="500"}[5m])) > 0.5';
    for (let length = 0; length < text.length; length++) parseQuery(text.slice(0, length));
    for (const part of ['', ' ', 'rate(', 'x{', 'x[5m', 'x >', 'sum by ('])
      assert.equal(parseQuery(part).valid, false, part);
  });

  it('reads durations as Prometheus does', () => {
    assert.equal(durationInMs('1h30m'), 5_400_000);
    assert.equal(durationInMs('1y2w3d'), 33_004_800_000);
    assert.equal(durationInMs('0'), 0);
    for (const text of ['', '10', '1.5h', '10 m', '30m1h', '5min', 'm'])
      assert.equal(durationInMs(text), undefined, text);
  });
});
