import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { expressionsIn } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-step-environment',
  catalogue: ['insecure-commands'],
  equivalents: ['zizmor:insecure-commands'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'All variables of a step come from an expression.',
  why: 'Whoever decides the value may set any variable, `ACTIONS_ALLOW_UNSECURE_COMMANDS` and `LD_PRELOAD` among them.',
  remedy: 'Name each variable.',
  references: [zizmor('insecure-commands')],
  messages: { computed: 'Which variables the step gets is decided elsewhere.' },
  fix: { none: 'Which variables are needed is known only to the author.' },
  looksAt: [
    { view: 'github-actions/workflow', path: ['env'] },
    { view: 'github-actions/job', path: ['env'] },
    { view: 'github-actions/step', path: ['env'] },
  ],
  *check(at): Iterable<Report> {
    if (at.node?.type === 'scalar' && expressionsIn(at).length > 0)
      yield { message: 'computed', span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        «env»: ${{ matrix.env }}\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        env: { A: "${{ matrix.env }}" }\n',
      },
    ],
  },
});
