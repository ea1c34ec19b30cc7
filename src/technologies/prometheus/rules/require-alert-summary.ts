import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { alert, ruleFile, ruleResource } from '../example-text';

const texts = ['summary', 'description', 'message'];

export default defineRule({
  id: 'prometheus/require-alert-summary',
  catalogue: ['prom-alert-no-runbook'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'An alert tells its reader nothing but its name.',
  why: 'Who is woken reads the name and must find the rule to learn what is wrong, with which model, and how bad it is.',
  remedy:
    'Add `annotations.summary` with what is wrong and the labels that tell where, and `runbook_url` with what to do.',
  references: [
    {
      title: 'Prometheus: alerting rules, annotations',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#templating',
    },
  ],
  messages: { missing: 'The alert "{alert}" has no summary for its reader.' },
  fix: { none: 'What the alert means is known to its author.' },
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('alert');
    if (name.is !== 'known' || !at.has('expr')) return;
    if (texts.some((key) => at.get('annotations', key).is !== 'absent')) return;
    yield { message: 'missing', data: { alert: name.value }, span: name.span };
  },
  examples: {
    bad: [
      { path: 'model.rules.yml', text: ruleFile(alert('«Drift» # PSI', 'psi > 0.2')) },
      {
        path: 'rules.yaml',
        text: ruleResource(
          alert('«Drift»', 'psi > 0.2', 'annotations: { runbook_url: https://r.example/drift }\n'),
        ),
      },
    ],
    good: [
      {
        path: 'model.rules.yml',
        text: ruleFile(
          alert('Drift', 'psi > 0.2', 'annotations:\n  summary: "{{ $labels.feature }} drifts"\n'),
        ),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'psi > 0.2', 'annotations: { description: drift }\n')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'psi > 0.2', 'annotations: { message: drift }\n')),
      },
      { path: 'model.rules.yml', text: ruleFile('- record: psi:max\n  expr: max(psi)\n') },
      { path: 'model.rules.yml', text: ruleFile('- alert: Drift\n') },
    ],
  },
});
