import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { durationInMs } from '../../../formats/promql/promql';
import { monitor } from '../example-text';

const endpoint = (lines: string): string =>
  monitor(
    'PodMonitor',
    `selector: { matchLabels: { app: scorer } }\npodMetricsEndpoints:\n  - path: /metrics\n${lines}`,
  );

export default defineRule({
  id: 'prometheus/no-invalid-scrape-interval',
  catalogue: ['monitor-interval-invalid'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The times of a scrape are none that Prometheus takes.',
  why: 'The schema refuses a duration without unit, with decimals or with spaces. A timeout above the interval passes the schema, but the operator then leaves the whole monitor out: nothing is scraped.',
  remedy: 'Write whole numbers with units, such as `15s`, and a timeout not above the interval.',
  references: [
    {
      title: 'Prometheus operator: API reference, Duration',
      url: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Duration',
    },
    {
      title: 'Prometheus: scrape_timeout cannot be greater than the interval',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config',
    },
  ],
  messages: {
    invalid: 'The schema refuses the duration "{value}" of {key}.',
    timeout: 'The timeout {timeout} is above the interval {interval}; the operator leaves this monitor out.',
  },
  fix: 'review',
  looksAt: [{ view: 'prometheus/scrape-endpoint', path: [] }],
  *check(at): Iterable<Report> {
    for (const key of ['interval', 'scrapeTimeout']) {
      const value = at.text(key);
      if (value.is !== 'known' || value.value === '' || durationInMs(value.value) !== undefined) continue;
      const joined = value.value.replace(/\s+/g, '');
      const fix =
        durationInMs(joined) === undefined
          ? undefined
          : at.fix('review', `Write ${joined}`, at.set([key], joined));
      yield { message: 'invalid', data: { value: value.value, key }, span: value.span, fix };
    }
    const interval = at.text('interval');
    const timeout = at.text('scrapeTimeout');
    if (interval.is !== 'known' || timeout.is !== 'known') return;
    const [most, given] = [durationInMs(interval.value), durationInMs(timeout.value)];
    if (most === undefined || given === undefined || given <= most) return;
    const fix = at.fix(
      'review',
      `Set scrapeTimeout to ${interval.value}`,
      at.set(['scrapeTimeout'], interval.value),
    );
    const data = { timeout: timeout.value, interval: interval.value };
    yield { message: 'timeout', data, span: timeout.span, severity: 'warning', fix };
  },
  examples: {
    bad: [
      { path: 'monitor.yaml', text: endpoint('    interval: «"15"» # seconds\n'), message: 'invalid' },
      {
        path: 'monitor.yaml',
        text: endpoint('    interval: «15 s»\n'),
        message: 'invalid',
        fixed: endpoint('    interval: 15s\n'),
      },
      { path: 'monitor.yaml', text: endpoint('    scrapeTimeout: «0.5s»\n'), message: 'invalid' },
      {
        path: 'monitor.yaml',
        text: monitor(
          'ServiceMonitor',
          'selector: {}\nendpoints: [{ port: http, interval: 15s, scrapeTimeout: «1m» }]\n',
        ),
        message: 'timeout',
        severity: 'warning',
        fixed: monitor(
          'ServiceMonitor',
          'selector: {}\nendpoints: [{ port: http, interval: 15s, scrapeTimeout: 15s }]\n',
        ),
      },
    ],
    good: [
      { path: 'monitor.yaml', text: endpoint('    interval: ""\n    scrapeTimeout: 59s\n') },
      { path: 'monitor.yaml', text: endpoint('    interval: 1m\n') },
      { path: 'monitor.yaml', text: endpoint('    interval: 15s\n    scrapeTimeout: 15s\n') },
      { path: 'monitor.yaml', text: endpoint('    interval: 1m\n    scrapeTimeout: 59s\n') },
      { path: 'monitor.yaml', text: endpoint('    scrapeTimeout: 59s\n') },
      { path: 'monitor.yaml', text: endpoint('    interval: ${INTERVAL}\n    scrapeTimeout: 59s\n') },
      { path: 'monitor.yaml', text: endpoint('') },
    ],
  },
});
