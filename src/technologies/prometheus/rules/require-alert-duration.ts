import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { callsOf, durationInMs, nodesOfType } from '../../../formats/promql/promql';
import type { Query } from '../../../formats/promql/promql';
import { alert, ruleFile, ruleResource } from '../example-text';
import { expressionOf } from '../expression';

const fiveMinutes = 300_000;

export default defineRule({
  id: 'prometheus/require-alert-duration',
  catalogue: ['prom-alert-no-for'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An alert fires at the first bad sample.',
  why: 'Without `for` one slow scrape or one restart wakes somebody; alerts that come and go are soon muted, and the real one with them.',
  remedy:
    'Say how long the condition must hold, such as `for: 10m`, or look at a window with an `_over_time` function.',
  references: [
    {
      title: 'Prometheus: alerting rules',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
    },
  ],
  messages: { missing: 'The alert "{alert}" fires at the first bad sample: it has no "for".' },
  fix: 'review',
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('alert');
    const expression = expressionOf(at);
    if (name.is !== 'known' || !expression || at.get('for').is !== 'absent') return;
    if (isAlwaysFiring(expression.query) || looksAtWindow(expression.query)) return;
    const fix = at.fix('review', 'Wait ten minutes', at.set(['for'], '10m'));
    yield { message: 'missing', data: { alert: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('«Errors»', 'vector(0) < bool errors', '')),
        fixed: ruleFile(alert('Errors', 'vector(0) < bool errors')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('«Down»', 'time() > bool 1', '')),
        fixed: ruleFile(alert('Down', 'time() > bool 1')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('«Drift» # PSI', 'model_feature_psi > 0.2', '')),
        fixed: ruleFile(alert('Drift # PSI', 'model_feature_psi > 0.2')),
      },
      {
        path: 'rules.yaml',
        text: ruleResource(alert('«Errors»', 'rate(errors_total[10m]) > 1', '')),
        fixed: ruleResource(alert('Errors', 'rate(errors_total[10m]) > 1')),
      },
      {
        path: 'rules.yaml',
        text: ruleResource(alert('«Drift»', 'avg_over_time(psi[1m]) > 0.2', '')),
        fixed: ruleResource(alert('Drift', 'avg_over_time(psi[1m]) > 0.2')),
      },
    ],
    good: [
      { path: 'model.rules.yml', text: ruleFile(alert('Drift', 'model_feature_psi > 0.2')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Drift', 'model_feature_psi > 0.2', 'for: 0s\n')) },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'avg_over_time(model_feature_psi[5m]) > 0.2', '')),
      },
      { path: 'model.rules.yml', text: ruleFile(alert('Watchdog', 'vector(1)', '')) },
      { path: 'model.rules.yml', text: ruleFile(alert('Drift', 'model_feature_psi >', '')) },
      { path: 'model.rules.yml', text: ruleFile('- record: psi:max\n  expr: max(psi)\n') },
      {
        path: 'rules.yaml',
        text: ruleResource('{{- range .Values.alerts }}\n- alert: Drift\n  expr: psi > 1\n{{- end }}\n'),
      },
    ],
  },
});

/** A heartbeat fires on purpose, all the time. */
function isAlwaysFiring({ root }: Query): boolean {
  return (
    callsOf(root).some(({ name }) => name === 'vector') && nodesOfType(root, 'VectorSelector').length === 0
  );
}

function looksAtWindow({ root }: Query): boolean {
  return callsOf(root).some(({ name, node }) => {
    if (!name.endsWith('_over_time')) return false;
    const windows = nodesOfType(node, 'DurationExpr').map(({ text }) => durationInMs(text) ?? 0);
    return Math.max(...windows, 0) >= fiveMinutes;
  });
}
