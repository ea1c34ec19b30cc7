import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { experiment } from '../settings';

const stopping = (name: string): string =>
  experiment(`  earlyStopping:\n    algorithmName: ${name} # soon\n`);

export default defineRule({
  id: 'katib/no-unknown-early-stopping',
  catalogue: ['katib-early-stopping-unknown'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The Experiment asks for an early stopping that Katib does not ship.',
  why: 'The webhook refuses an algorithm for which the cluster has no service; Katib ships one, `medianstop`.',
  remedy: 'Use `medianstop`, or register a service of your own in the Katib configuration.',
  references: [
    {
      title: 'Katib: early stopping',
      url: 'https://www.kubeflow.org/docs/components/katib/user-guides/early-stopping/',
    },
  ],
  messages: { unknown: 'Katib ships no early stopping called "{name}"; it has medianstop.' },
  fix: { none: 'The cluster may have a service of its own.' },
  looksAt: [{ view: 'katib/experiment', path: ['spec', 'earlyStopping', 'algorithmName'] }],
  *check(at): Iterable<Report> {
    const name = at.text();
    if (name.is === 'known' && name.value !== 'medianstop')
      yield { message: 'unknown', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [{ path: 'e.yaml', text: stopping('«median»') }],
    good: [
      { path: 'e.yaml', text: stopping('medianstop') },
      { path: 'e.yaml', text: stopping('${STOPPING}') },
    ],
  },
});
