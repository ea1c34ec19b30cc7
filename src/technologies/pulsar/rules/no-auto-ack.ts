import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { guarantees } from '../documentation';
import { pulsarFunction } from '../example-text';

export default defineRule({
  id: 'pulsar/no-auto-ack',
  catalogue: ['pulsar-function-autoack'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'autoAck is deprecated.',
  why: 'It will be ignored: what a function promises is said by processingGuarantees alone.',
  remedy: 'Remove it; `processingGuarantees: MANUAL` stands for a function that acknowledges by itself.',
  references: [guarantees],
  messages: { deprecated: 'autoAck is deprecated; processingGuarantees says what it said.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'pulsar/function', path: ['autoAck'] }],
  *check(at): Iterable<Report> {
    const value = at.boolean();
    if (value.is !== 'known') return;
    const rest = at.fix('review', 'Remove autoAck', at.remove());
    yield { message: 'deprecated', span: at.anchor, ...(value.value && { fix: rest }) };
  },
  examples: {
    bad: [
      {
        path: 'function.yaml',
        text: pulsarFunction('«autoAck»: true # default\nparallelism: 1\n'),
        fixed: pulsarFunction('parallelism: 1\n'),
      },
      { path: 'function.yaml', text: pulsarFunction('«autoAck»: false\n') },
    ],
    good: [
      { path: 'function.yaml', text: pulsarFunction('processingGuarantees: MANUAL\n') },
      { path: 'function.yaml', text: pulsarFunction('autoAck: ${ACK}\n') },
    ],
  },
});
