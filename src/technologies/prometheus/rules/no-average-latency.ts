import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { callsOf, metricsOf, nodesOfType } from '../../../formats/promql/promql';
import type { QueryNode } from '../../../formats/promql/promql';
import { alert, ruleFile, ruleResource } from '../example-text';
import { expressionOf } from '../expression';

const latency = /(?:latency|duration|seconds|milliseconds|_ms|_time)_sum$/;

export default defineRule({
  id: 'prometheus/no-average-latency',
  catalogue: ['prom-latency-avg'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'An alert looks at the average latency.',
  why: 'The average stays low while every hundredth caller waits for seconds: just the large inputs and cold replicas that hurt are hidden by the many small ones.',
  remedy:
    'Alert on a quantile of the histogram: `histogram_quantile(0.99, sum by (le) (rate(x_bucket[5m])))`.',
  references: [
    {
      title: 'Prometheus: histograms and summaries',
      url: 'https://prometheus.io/docs/practices/histograms/',
    },
    {
      title: 'Google SRE book: worrying about your tail',
      url: 'https://sre.google/sre-book/monitoring-distributed-systems/',
    },
  ],
  messages: { average: 'The alert looks at the average of "{metric}"; slow calls are hidden in it.' },
  fix: { none: 'Which quantile matters, and whether there are buckets, is known to the author.' },
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const expression = expressionOf(at);
    if (!expression || at.text('alert').is !== 'known') return;
    const { root } = expression.query;
    if (callsOf(root).some(({ name }) => name.startsWith('histogram_'))) return;
    for (const division of nodesOfType(root, 'BinaryExpr')) {
      const sum = averaged(division);
      if (!sum) continue;
      const data = { metric: sum.text.replace(/_sum$/, '') };
      yield { message: 'average', data, span: expression.spanOf(sum) };
    }
  },
  examples: {
    bad: [
      {
        path: 'model.rules.yml',
        text: ruleFile(
          alert(
            'Slow',
            'rate(«request_predict_seconds_sum»[5m]) / rate(request_predict_seconds_count[5m]) > 0.5',
          ),
        ),
      },
      {
        path: 'rules.yaml',
        text: ruleResource(alert('Slow', '1000 * sum(«latency_sum») / sum(latency_count) > 50 # ms')),
      },
    ],
    good: [
      {
        path: 'model.rules.yml',
        text: ruleFile(
          alert('Slow', 'latency_sum / latency_count > 1 and histogram_quantile(0.9, latency_bucket) > 2'),
        ),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(
          alert('Slow', 'histogram_quantile(0.99, sum by (le) (rate(latency_bucket[5m]))) > 0.5'),
        ),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Big', 'rate(payload_bytes_sum[5m]) / rate(payload_bytes_count[5m]) > 9')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Load', 'rate(latency_sum[5m]) / rate(other_seconds_count[5m]) > 9')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Load', 'rate(latency_sum[5m]) * rate(latency_count[5m]) > 9')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile('- record: latency:avg\n  expr: latency_sum / latency_count\n'),
      },
    ],
  },
});

/** The `_sum` of a histogram that is divided by its own `_count`. */
function averaged({ children }: QueryNode): QueryNode | undefined {
  const [left, operator, ...rest] = children;
  const right = rest[rest.length - 1];
  if (!left || operator?.type !== 'Div' || !right) return undefined;
  const counts = metricsOf(right).map(({ text }) => text);
  return metricsOf(left).find(
    ({ text }) => latency.test(text) && counts.includes(text.replace(/_sum$/, '_count')),
  );
}
