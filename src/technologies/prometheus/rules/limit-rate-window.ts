import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { callsOf, durationInMs, nodesOfType } from '../../../formats/promql/promql';
import { alert, ruleFile } from '../example-text';
import { expressionOf } from '../expression';

const window = ['rate', 'irate', 'increase', 'delta', 'deriv'];

export default defineRule({
  id: 'prometheus/limit-rate-window',
  catalogue: ['prom-rate-on-gauge-or-for-lt-interval'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A rate is taken over a window that holds fewer than two scrapes.',
  why: 'A rate needs two samples. In a window shorter than twice the scrape interval there is often one or none: the result is empty, and the alert silent.',
  remedy: 'Take a window of at least four scrape intervals, such as `[5m]`.',
  references: [
    {
      title: 'Prometheus: rate()',
      url: 'https://prometheus.io/docs/prometheus/latest/querying/functions/#rate',
    },
    {
      title: 'Robust Perception: what range should I use with rate()?',
      url: 'https://www.robustperception.io/what-range-should-i-use-with-rate/',
    },
  ],
  options: {
    scrapeInterval: { type: 'string', default: '15s', description: 'How often your Prometheus scrapes.' },
  },
  messages: {
    short: 'A window of {window} holds fewer than two scrapes when targets are scraped every {interval}.',
  },
  fix: { none: 'The right window depends on the scrape interval.' },
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const expression = expressionOf(at);
    const interval = options.text('scrapeInterval');
    const least = 2 * (durationInMs(interval) ?? 0);
    if (!expression) return;
    for (const { name, parameters } of callsOf(expression.query.root)) {
      const [range] = parameters;
      if (!range || !window.includes(name)) continue;
      const [duration] = nodesOfType(range, 'MatrixSelector').flatMap((node) =>
        nodesOfType(node, 'DurationExpr'),
      );
      const length = duration && durationInMs(duration.text);
      if (!duration || length === undefined || length >= least) continue;
      yield {
        message: 'short',
        data: { window: duration.text, interval },
        span: expression.spanOf(duration),
      };
    }
  },
  examples: {
    bad: [
      ...['irate', 'delta', 'deriv'].map((name) => ({
        path: 'model.rules.yml',
        text: ruleFile(alert('Errors', `${name}(errors_total[«10s»]) > 1`)),
      })),
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(errors_total[«10s»]) > 1')) },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Errors', 'increase(errors_total[«1m»]) > 1')),
        options: { scrapeInterval: '1m' },
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Errors', 'rate(errors_total[5m]) > rate(errors_total[«29s»])')),
      },
    ],
    good: [
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(errors_total[10s]')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(errors_total[30s]) > 1')) },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Errors', 'rate(errors_total[1m]) > 1')),
        options: { scrapeInterval: '30s' },
      },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'max_over_time(errors[10s]) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(errors_total[5m] offset 10s) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(sum(errors)[30m:10s]) > 1')) },
    ],
  },
});
