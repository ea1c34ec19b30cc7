import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: 'github-actions/no-unused-default',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:events', 'actionlint:workflow-call'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'An input is required and has a default.',
  why: 'The default is never used: a caller that leaves the input out is refused.',
  remedy: 'Keep one of the two.',
  references: [
    {
      title: 'GitHub: workflow_call inputs',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callinputs',
    },
  ],
  messages: { unused: 'The default of input "{name}" is never used, for the input is required.' },
  fix: { none: 'Whether the input is required is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: ['on', 'workflow_call', 'inputs', '*'] }],
  *check(at): Iterable<Report> {
    const required = at.boolean('required');
    const value = at.at('default');
    if (required.is === 'known' && required.value && value)
      yield { message: 'unused', data: { name: at.key }, span: value.anchor };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_call:\n    inputs:\n      a: { type: string, required: true, «default»: b }\njobs: {}\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_call:\n    inputs:\n      a: { type: string, default: b }\n      c: { type: string, required: true }\n      d: { type: string, required: false, default: a }\njobs: {}\n',
      },
    ],
  },
});
