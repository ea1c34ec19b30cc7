import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { callsOf, metricsOf } from '../../../formats/promql/promql';
import { alert, ruleFile, ruleResource } from '../example-text';
import { expressionOf } from '../expression';

const quality = /(?:^|_)(?:drift|psi|ks|jensen|wasserstein|precision|recall|auc|accuracy|f1)(?:_|$)/;
const absence = '- alert: DriftAbsent\n  expr: absent(model_feature_psi)\n  for: 15m\n';
const drift = alert('Drift', 'model_feature_psi > 0.2');

export default defineRule({
  id: 'prometheus/require-absent-alert',
  catalogue: ['prom-no-absent-alert'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Nothing tells when the metric of a model alert is gone.',
  why: 'Metrics of drift and quality come from a job beside the model. When that job dies its metric vanishes, the comparison has nothing to compare, and the dashboard stays green while nobody watches the model.',
  remedy: 'Add an alert on `absent(metric)`.',
  references: [
    {
      title: 'Prometheus: absent()',
      url: 'https://prometheus.io/docs/prometheus/latest/querying/functions/#absent',
    },
  ],
  messages: { missing: 'When "{metric}" is gone this alert is silent, and no other tells of it.' },
  fix: 'review',
  looksAt: [{ view: 'prometheus/rule-groups', path: [] }],
  *check(at): Iterable<Report> {
    const groups = at.at('groups')?.items() ?? [];
    const told = new Set(groups.flatMap(absentMetrics));
    for (const group of groups) {
      for (const rule of group.at('rules')?.items() ?? []) {
        const expression = rule.text('alert').is === 'known' ? expressionOf(rule) : undefined;
        const metric = expression && metricsOf(expression.query.root).find(({ text }) => quality.test(text));
        if (!expression || !metric || told.has(metric.text)) continue;
        told.add(metric.text);
        const data = { metric: metric.text };
        yield {
          message: 'missing',
          data,
          span: expression.spanOf(metric),
          fix: mend(group, rule, metric.text),
        };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'model.rules.yml',
        text: ruleFile(
          drift.replace('model_feature_psi', '«model_feature_psi»').replace('0.2', '0.2 # see card'),
        ),
        fixed: ruleFile(drift.replace('0.2', '0.2 # see card') + absence),
      },
      {
        path: 'rules.yaml',
        text: ruleResource(
          alert('Recall', 'avg_over_time(«fraud_recall»[1h]) < 0.6') + alert('Low', 'fraud_recall < 0.4'),
        ),
        fixed: ruleResource(
          alert('Recall', 'avg_over_time(fraud_recall[1h]) < 0.6') +
            alert('Low', 'fraud_recall < 0.4') +
            '- alert: RecallAbsent\n  expr: absent(fraud_recall)\n  for: 15m\n',
        ),
      },
    ],
    good: [
      { path: 'model.rules.yml', text: ruleFile(alert('"${NAME}"', 'psi > 1 or absent(psi)')) },
      { path: 'model.rules.yml', text: ruleFile(drift + absence) },
      {
        path: 'model.rules.yml',
        text: ruleFile(`${drift}- alert: Gone\n  expr: absent_over_time(model_feature_psi{model="a"}[1h])\n`),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'model_feature_psi > 0.2 or absent(model_feature_psi)')),
      },
      { path: 'model.rules.yml', text: ruleFile(alert('Errors', 'errors_total > 1')) },
      { path: 'model.rules.yml', text: ruleFile('- record: psi:max\n  expr: max(model_feature_psi)\n') },
      { path: 'model.rules.yml', text: ruleFile(alert('Drift', 'model_feature_psi >')) },
    ],
  },
});

function absentMetrics(group: NodeView): readonly string[] {
  return (group.at('rules')?.items() ?? []).flatMap((rule) => {
    const root = expressionOf(rule)?.query.root;
    const calls = root
      ? callsOf(root).filter(({ name }) => name === 'absent' || name === 'absent_over_time')
      : [];
    return calls.flatMap(({ node }) => metricsOf(node).map(({ text }) => text));
  });
}

function mend(group: NodeView, rule: NodeView, metric: string): Report['fix'] {
  const name = rule.text('alert');
  if (name.is !== 'known') return undefined;
  const added = { alert: `${name.value}Absent`, expr: `absent(${metric})`, for: '15m' };
  return group.fix('review', `Add an alert on absent(${metric})`, group.append(['rules'], added));
}
