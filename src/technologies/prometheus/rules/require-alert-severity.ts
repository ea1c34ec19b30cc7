import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { alert, ruleFile, ruleResource } from '../example-text';

export default defineRule({
  id: 'prometheus/require-alert-severity',
  catalogue: ['prom-alert-no-severity'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An alert says not how urgent it is.',
  why: 'Alertmanager routes by labels. Without `severity` the alert goes to the default receiver: a dead model waits in a mailbox, or a slow one wakes somebody.',
  remedy:
    'Add the label `severity`, with the words that your Alertmanager routes by, such as `warning` and `critical`.',
  references: [
    {
      title: 'Prometheus: alerting rules, labels',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
    },
    {
      title: 'Alertmanager: routing',
      url: 'https://prometheus.io/docs/alerting/latest/configuration/#route',
    },
  ],
  messages: { missing: 'The alert "{alert}" has no severity to be routed by.' },
  fix: 'review',
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('alert');
    if (name.is !== 'known' || !at.has('expr') || at.get('labels', 'severity').is !== 'absent') return;
    // Prometheus 3 gives the labels of a group to all its rules.
    if (at.outer && at.outer.get('labels', 'severity').is !== 'absent') return;
    const fix = at.fix('review', 'Label it as warning', at.set(['labels', 'severity'], 'warning'));
    yield { message: 'missing', data: { alert: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('«Drift» # PSI', 'psi > 0.2')),
        fixed: ruleFile(alert('Drift # PSI', 'psi > 0.2', 'for: 10m\nlabels:\n  severity: warning\n')),
      },
      {
        path: 'rules.yaml',
        text: ruleResource(alert('«Drift»', 'psi > 0.2', 'labels: { team: fraud }\n')),
        fixed: ruleResource(alert('Drift', 'psi > 0.2', 'labels: { team: fraud, severity: warning }\n')),
      },
    ],
    good: [
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'psi > 0.2', 'labels: { severity: page }\n')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'psi > 0.2')).replace(
          '    rules:',
          '    labels: { severity: page }\n    rules:',
        ),
      },
      { path: 'model.rules.yml', text: ruleFile('- record: psi:max\n  expr: max(psi)\n') },
      { path: 'model.rules.yml', text: ruleFile('- alert: Drift\n') },
      { path: 'model.rules.yml', text: ruleFile(alert('Drift', 'psi > 0.2', 'labels: ${LABELS}\n')) },
    ],
  },
});
