import { defineCrossRule } from '../../core';
import type { PlacedFact } from '../../core';
import { isSlipOf } from '../names';

const alert = (expression: string): string =>
  `groups:\n  - name: model\n    rules: [{ alert: Bad, expr: ${expression} }]\n`;
const exporter = (call: string): string =>
  `from prometheus_client import Counter, Gauge, Histogram\nM = ${call}\n`;

/** An alert looks at a metric that is exported under another name. */
export default defineCrossRule({
  id: 'prometheus/no-unexported-metric',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An alert looks at a metric that is exported under another name.',
  why: 'An expression over a metric that does not exist has no result, and an alert without a result never fires: it looks as healthy as can be.',
  remedy:
    'Write the name that is exported: counters end in `_total`, histograms in `_bucket`, `_sum` and `_count`.',
  references: [
    {
      title: 'Prometheus client for Python: instrumenting',
      url: 'https://prometheus.github.io/client_python/instrumenting/counter/',
    },
  ],
  messages: { other: 'No file here exports {metric}, but {exported} is exported.' },
  fix: { none: 'The alert and the program are two files, either of which may be right.' },
  from: 'alert-metric',
  to: 'metric',
  within: 'workspace',
  // A metric exports several names, which no key can say.
  fromKey: () => 'used',
  toKey: () => 'exported',
  whenNone(from, metrics) {
    const all = metrics.map((metric) => ({ metric, names: exportedBy(metric) }));
    if (all.some(({ names }) => names.includes(from.name))) return undefined;
    const near = all.find(
      ({ metric, names }) => metric.name === from.name || names.some((name) => isNear(from.name, name)),
    );
    if (!near) return undefined;
    const exported = near.names.find((name) => isNear(from.name, name)) ?? near.names[0] ?? '';
    return { message: 'other', data: { metric: from.name, exported }, related: [near.metric] };
  },
  examples: {
    bad: [
      {
        files: {
          'a.rules.yml': alert('«answers_count» > 2'),
          'serve.py': exporter('Counter("answers_total", "Answers")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('"rate(«fraud_score»[5m]) == 0"'),
          'serve.py': exporter('Counter("fraud_score", "Scores")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('«model_feature_pssi» > 0.2'),
          'drift.py': exporter('Gauge("model_feature_psi", "Drift")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('«latency_seconds» > 2'),
          'serve.py': exporter('Histogram("latency_seconds", "Time")'),
        },
      },
    ],
    good: [
      {
        files: {
          'a.rules.yml': alert('latency_seconds_bucket + latency_seconds_sum + latency_seconds_created > 2'),
          'serve.py': exporter('Histogram("latency_seconds", "Time")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('size + size_sum + size_count + size_created > 2'),
          'serve.py': exporter('Summary("size", "Bytes")').replace('Histogram', 'Histogram, Summary'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('"rate(fraud_score_total[5m]) == 0"'),
          'serve.py': exporter('Counter("fraud_score", "Scores")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('latency_seconds_count > 2'),
          'serve.py': exporter('Histogram("latency_seconds", "Time")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('up == 0'),
          'serve.py': exporter('Counter("fraud_score", "Scores")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('fraud_score_v2 > 1'),
          'serve.py': exporter('Gauge("fraud_score_v1", "Scores")'),
        },
      },
      {
        files: {
          'a.rules.yml': alert('fraud_score_total > 1'),
          'serve.py': exporter('Counter("fraud_score_total", "Scores")'),
        },
      },
    ],
  },
});

/** The names under which Prometheus sees a metric. */
function exportedBy({ name, attributes }: PlacedFact): readonly string[] {
  switch (attributes['type']) {
    case 'counter': {
      const base = name.replace(/_total$/, '');
      return [`${base}_total`, `${base}_created`];
    }
    case 'histogram':
      return ['bucket', 'sum', 'count', 'created'].map((part) => `${name}_${part}`);
    case 'summary':
      return [name, ...['sum', 'count', 'created'].map((part) => `${name}_${part}`)];
    default:
      return [name];
  }
}

/** Another suffix, or a slip in a long name. */
function isNear(used: string, exported: string): boolean {
  const base = (name: string): string => name.replace(/_(?:total|sum|count|bucket|created)$/, '');
  return base(used) === base(exported) || (used.includes('_') && isSlipOf(used, exported));
}
