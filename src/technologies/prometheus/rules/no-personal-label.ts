import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { nodesOfType } from '../../../formats/promql/promql';
import { alert, ruleFile, ruleResource } from '../example-text';
import { expressionOf } from '../expression';

const each =
  /^(?:user|customer|account|client|transaction|tx|request|session|order|payment|message|trace|span)_?ids?$/i;
const personal =
  /^(?:card_?(?:number|no)|pan|iban|e?_?mail|email_address|phone(?:_number)?|ssn|user_?name|client_ip|ip_address)$/i;

export default defineRule({
  id: 'prometheus/no-personal-label',
  catalogue: ['prom-high-cardinality-label'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A rule keeps one series for each person or each request.',
  why: 'Every value of a label is a series of its own: Prometheus runs out of memory. And personal data in metrics is copied to dashboards, alerts and long-term storage, where nobody deletes it.',
  remedy: 'Aggregate by what has few values, such as model, version or decision; keep single events in logs.',
  references: [
    {
      title: 'Prometheus: do not overuse labels',
      url: 'https://prometheus.io/docs/practices/instrumentation/#do-not-overuse-labels',
    },
    {
      title: 'Prometheus: label names and cardinality',
      url: 'https://prometheus.io/docs/practices/naming/#labels',
    },
  ],
  messages: { label: 'The label "{label}" makes one series for each {what}.' },
  fix: { none: 'Without the label the rule says something else.' },
  looksAt: [{ view: 'prometheus/rule', path: [] }],
  *check(at): Iterable<Report> {
    const expression = expressionOf(at);
    const kept = expression ? nodesOfType(expression.query.root, 'AggregateModifier') : [];
    for (const modifier of kept.filter(({ children }) => children[0]?.type === 'By')) {
      for (const label of nodesOfType(modifier, 'LabelName')) {
        const what = whatOf(label.text);
        if (!what || !expression) continue;
        yield { message: 'label', data: { label: label.text, what }, span: expression.spanOf(label) };
      }
    }
    for (const entry of at.at('labels')?.entries() ?? []) {
      const what = whatOf(entry.key);
      if (what) yield { message: 'label', data: { label: entry.key, what }, span: entry.anchor };
    }
  },
  examples: {
    bad: [
      {
        path: 'model.rules.yml',
        text: ruleFile('- record: score:max\n  expr: max by (model, «user_id») (score) # top\n'),
      },
      { path: 'rules.yaml', text: ruleResource(alert('Score', 'sum by («card_number») (score) > 1')) },
      {
        path: 'model.rules.yml',
        text: ruleFile(
          alert('Score', 'score > 1', 'labels: { «transaction_id»: "{{ $labels.tx }}", severity: page }\n'),
        ),
      },
    ],
    good: [
      {
        path: 'model.rules.yml',
        text: ruleFile('- record: score:max\n  expr: max by (model, decision) (score)\n'),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile('- record: score:max\n  expr: max without (user_id) (score)\n'),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile('- record: score:max\n  expr: max by (model_id) (score{user_id=""})\n'),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Score', 'score > 1', 'labels: { severity: page }\n')),
      },
    ],
  },
});

function whatOf(label: string): string | undefined {
  if (personal.test(label)) return 'person';
  return each.test(label) ? label.replace(/_?ids?$/i, '').replace(/^tx$/, 'transaction') : undefined;
}
