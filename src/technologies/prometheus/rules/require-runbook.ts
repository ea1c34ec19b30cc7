import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { alert, ruleFile } from '../example-text';

const links = ['runbook_url', 'runbook'];

export default defineRule({
  id: 'prometheus/require-runbook',
  catalogue: ['prom-alert-no-runbook'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An alert says not what to do.',
  why: 'At three in the morning the one who is woken is rarely the one who wrote the rule.',
  remedy:
    'Add `annotations.runbook_url` with the address of a page that says what to look at and what to do.',
  references: [
    { title: 'Prometheus: what to alert on', url: 'https://prometheus.io/docs/practices/alerting/' },
  ],
  messages: { missing: 'The alert "{alert}" links to no runbook.' },
  fix: { none: 'The address of the page is known to its author.' },
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('alert');
    if (name.is !== 'known' || !at.has('expr')) return;
    if (links.some((key) => at.get('annotations', key).is !== 'absent')) return;
    yield { message: 'missing', data: { alert: name.value }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('«Drift» # PSI', 'psi > 0.2', 'annotations: { summary: drift }\n')),
      },
    ],
    good: [
      {
        path: 'model.rules.yml',
        text: ruleFile(
          alert('Drift', 'psi > 0.2', 'annotations: { runbook_url: https://r.example/drift }\n'),
        ),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'psi > 0.2', 'annotations: { runbook: https://r.example/drift }\n')),
      },
      { path: 'model.rules.yml', text: ruleFile('- record: psi:max\n  expr: max(psi)\n') },
      { path: 'model.rules.yml', text: ruleFile('- alert: Drift\n') },
    ],
  },
});
