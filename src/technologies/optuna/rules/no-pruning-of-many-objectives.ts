import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { callsTo, methodsCalled } from '../../../shapes/python-script';
import { script } from '../examples';

const study = (arguments_: string, more = ''): string =>
  script(`s = optuna.create_study(${arguments_})\n${more}`);
const two = 'directions=["minimize", "maximize"]';

export default defineRule({
  id: 'optuna/no-pruning-of-many-objectives',
  catalogue: ['optuna-pruner-multiobjective'],
  equivalents: [],
  severity: 'error',
  certainty: 'likely',
  summary: 'A study with several objectives is to prune trials.',
  why: 'Optuna cannot: `trial.report` raises NotImplementedError when a study has more than one direction, and a pruner given to it is never asked.',
  remedy: 'Leave the pruner and `trial.report` out, or optimise one objective.',
  references: [
    {
      title: 'Optuna: Trial.report',
      url: 'https://optuna.readthedocs.io/en/stable/reference/generated/optuna.trial.Trial.html#optuna.trial.Trial.report',
    },
  ],
  messages: {
    report: 'trial.report raises NotImplementedError in a study with {count} objectives.',
    pruner: 'The pruner is never asked in a study with {count} objectives.',
  },
  fix: 'review',
  looksAt: [{ view: 'optuna/create-study', path: [] }],
  *check(at): Iterable<Report> {
    const directions = at.list('directions');
    if (directions.is !== 'known' || directions.value.length < 2) return;
    const data = { count: directions.value.length };
    const pruner = at.at('pruner');
    if (pruner && pruner.node?.type === 'scalar' && pruner.node.text !== 'None') {
      const fix = at.fix('review', 'Remove pruner', at.remove('pruner'));
      yield { message: 'pruner', data, span: pruner.anchor, severity: 'warning', fix };
    }
    const script = at.outer;
    if (!script || callsTo(script, 'optuna.create_study').length !== 1) return;
    const [report] = methodsCalled(script, 'report').filter((call) =>
      /^(?:\w*_)?trial\.report$/.test(calleeOf(call)),
    );
    if (report) yield { message: 'report', data, span: report.anchor };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        message: 'pruner',
        severity: 'warning',
        text: study(`${two}, «pruner»=optuna.pruners.MedianPruner()`),
        fixed: study(two),
      },
      {
        path: 'a.py',
        message: 'report',
        text: study(two, 'def f(trial):\n    «trial.report»(1.0, 1)  # now'),
      },
    ],
    good: [
      {
        path: 'a.py',
        text: study('directions=["minimize"], pruner=optuna.pruners.MedianPruner()', 'trial.report(1.0, 1)'),
      },
      { path: 'a.py', text: study(`${two}, pruner=None`, 'tune.report({})') },
      { path: 'a.py', text: study('directions=directions', 'trial.report(1.0, 1)') },
      { path: 'a.py', text: study(two, 't = optuna.create_study()\ntrial.report(1.0, 1)') },
    ],
  },
});

function calleeOf(call: NodeView): string {
  return known(call.text('callee')) ?? '';
}
