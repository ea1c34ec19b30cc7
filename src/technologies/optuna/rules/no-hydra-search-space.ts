import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hydra } from '../examples';

export default defineRule({
  id: 'optuna/no-hydra-search-space',
  catalogue: ['hydra-optuna-legacy-search-space'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The search space stands under a deprecated key.',
  why: 'Since version 1.2 of the sweeper `hydra.sweeper.search_space` is deprecated, and it cannot be overridden from the command line as `params` can.',
  remedy:
    'Write the space under `hydra.sweeper.params`, in the form `range(…)`, `interval(…)` or `choice(…)`.',
  references: [{ title: 'Hydra: Optuna sweeper', url: 'https://hydra.cc/docs/plugins/optuna_sweeper/' }],
  messages: {
    old: 'search_space is deprecated since version 1.2 of the Optuna sweeper; params takes its place.',
  },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'optuna/hydra-sweeper', path: ['search_space'] }],
  *check(at): Iterable<Report> {
    const entries = at.entries();
    const isMovable =
      entries.length > 0 &&
      entries.every((entry) => entry.node?.type === 'scalar') &&
      !at.outer?.has('hydra', 'sweeper', 'params');
    const fix = isMovable
      ? at.fix('review', 'Rename search_space to params', at.rename([], 'params'))
      : undefined;
    yield { message: 'old', span: at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'conf/config.yaml',
        text: hydra('    «search_space»: # old\n      lr: interval(0.1, 1)\n      n: range(1, 5)\n'),
        fixed: hydra('    params: # old\n      lr: interval(0.1, 1)\n      n: range(1, 5)\n'),
      },
      {
        path: 'conf/config.yaml',
        text: hydra(
          '    «search_space»:\n      lr: { type: float, low: 0.1, high: 1 }\n      n: range(1, 5)\n',
        ),
      },
      {
        path: 'conf/config.yaml',
        text: hydra('    params: { a: "choice(1, 2)" }\n    «search_space»: { n: "range(1, 5)" }\n'),
      },
      { path: 'conf/config.yaml', text: hydra('    «search_space»: {}\n') },
    ],
    good: [
      { path: 'conf/config.yaml', text: hydra('    params:\n      lr: interval(0.1, 1)\n') },
      { path: 'conf/config.yaml', text: 'hydra: { sweeper: { _target_: other, search_space: {} } }\n' },
    ],
  },
});
