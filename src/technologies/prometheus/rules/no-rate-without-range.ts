import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { callsOf, isRange } from '../../../formats/promql/promql';
import type { FunctionCall, QueryNode } from '../../../formats/promql/promql';
import { alert, ruleFile, ruleResource } from '../example-text';
import { expressionOf } from '../expression';

const ofRanges = [
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'changes',
  'resets',
  'predict_linear',
];

export default defineRule({
  id: 'prometheus/no-rate-without-range',
  catalogue: ['prom-rate-without-range'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A function over time is given a single sample.',
  why: 'Prometheus refuses the whole file: `rate` and its like need the samples of a window, such as `x[5m]`.',
  remedy: 'Select a range, such as `rate(x[5m])`; of an expression take a subquery, such as `x[5m:30s]`.',
  references: [
    {
      title: 'Prometheus: rate()',
      url: 'https://prometheus.io/docs/prometheus/latest/querying/functions/#rate',
    },
    {
      title: 'Prometheus: range vector selectors',
      url: 'https://prometheus.io/docs/prometheus/latest/querying/basics/#range-vector-selectors',
    },
  ],
  messages: { instant: 'Prometheus refuses {function}({argument}): it needs a range such as [5m].' },
  fix: { none: 'How long the window should be is known to the author.' },
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const expression = expressionOf(at);
    if (!expression) return;
    for (const call of callsOf(expression.query.root)) {
      const argument = rangeArgument(call);
      if (!argument || isRange(argument)) continue;
      const data = { function: call.name, argument: argument.text };
      yield { message: 'instant', data, span: expression.spanOf(argument) };
    }
  },
  examples: {
    bad: [
      ...['delta', 'idelta', 'deriv', 'changes', 'resets', 'avg_over_time'].map((name) => ({
        path: 'model.rules.yml',
        text: ruleFile(alert('Errors', `${name}(«errors») > 1`)),
      })),
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(«errors_total») > 1')) },
      {
        path: 'rules.yaml',
        text: ruleResource(
          alert('Errors', '"errors_total > 0 and increase(«errors_total{a=\'b\'}») > 5" # an hour'),
        ),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile('- record: errors:rate\n  expr: |\n    sum(\n      irate(«errors_total»)\n    )\n'),
      },
      { path: 'model.rules.yml', text: ruleFile(alert('Slow', 'quantile_over_time(0.9, «latency») > 1')) },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Full', 'predict_linear((«free»), 3600) < 0')).replace('(«free»)', '«(free)»'),
      },
    ],
    good: [
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(errors_total[5m]) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate((errors_total[5m] offset 1h)) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'max_over_time(sum(errors)[30m:1m]) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Slow', 'quantile_over_time(0.9, latency[1h]) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'sum(errors_total) > 1')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'rate(errors_total')) },
    ],
  },
});

/** The argument that must be a range; undefined for functions that take none. */
function rangeArgument({ name, parameters }: FunctionCall): QueryNode | undefined {
  if (name === 'quantile_over_time') return parameters[1];
  return ofRanges.includes(name) || name.endsWith('_over_time') ? parameters[0] : undefined;
}
