import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { script } from '../examples';

const suggest = (call: string): string => script(`x = trial.${call}`);

export default defineRule({
  id: 'optuna/no-impossible-range',
  catalogue: ['optuna-log-range'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A trial is asked for a value from a range that cannot be.',
  why: 'Optuna raises a ValueError in the first trial: a logarithmic range must begin above 0 (at 1 for integers) and takes no step, and no range may end before it begins.',
  remedy: 'Begin a logarithmic range at a small positive number, such as 1e-5, and leave `step` out.',
  references: [
    {
      title: 'Optuna: Trial.suggest_float',
      url: 'https://optuna.readthedocs.io/en/stable/reference/generated/optuna.trial.Trial.html#optuna.trial.Trial.suggest_float',
    },
  ],
  messages: {
    low: 'A logarithmic range cannot begin at {low}.',
    step: 'A logarithmic range takes no step.',
    order: 'The range begins at {low} and ends before it, at {high}.',
  },
  fix: 'review',
  looksAt: [{ view: 'optuna/suggest', path: [] }],
  *check(at): Iterable<Report> {
    const [low, high] = [at.number('low'), at.number('high')];
    if (low.is === 'known' && high.is === 'known' && low.value > high.value) {
      yield { message: 'order', data: { low: low.value, high: high.value }, span: low.span };
    }
    if (known(at.boolean('log')) !== true) return;
    const isInteger = at.document.text.slice(at.anchor.start, at.anchor.end).endsWith('suggest_int');
    if (low.is === 'known' && (isInteger ? low.value < 1 : low.value <= 0)) {
      yield { message: 'low', data: { low: low.value }, span: low.span };
    }
    yield* steps(at, isInteger);
  },
  examples: {
    bad: [
      { path: 'a.py', message: 'low', text: suggest('suggest_float("lr", «0», 1, log=True)') },
      { path: 'a.py', message: 'low', text: suggest('suggest_float("lr", low=«-1e-3», high=1, log=True)') },
      { path: 'a.py', message: 'low', text: suggest('suggest_int("n", «0», 10, log=True)') },
      {
        path: 'a.py',
        message: 'step',
        text: suggest('suggest_float("lr", 1e-5, 1, «step»=0.1, log=True)'),
        fixed: suggest('suggest_float("lr", 1e-5, 1, log=True)'),
      },
      {
        path: 'a.py',
        message: 'step',
        text: suggest('suggest_int("n", 1, 10, log=True, «step»=2)'),
        fixed: suggest('suggest_int("n", 1, 10, log=True)'),
      },
      { path: 'a.py', message: 'order', text: suggest('suggest_float("lr", «2», 1)') },
    ],
    good: [
      { path: 'a.py', text: suggest('suggest_float("lr", 1e-5, 1, log=True, step=None)') },
      { path: 'a.py', text: suggest('suggest_float("lr", 0, 1, log=False, step=0.1)') },
      { path: 'a.py', text: suggest('suggest_float("lr", 0.5, 1, log=True)') },
      { path: 'a.py', text: suggest('suggest_int("n", 1, 1, log=True, step=1)') },
      { path: 'a.py', text: suggest('suggest_int("n", low, 10, log=True, step=step)') },
      { path: 'a.py', text: suggest('suggest_float("lr", 0, 1, log=is_log)') },
      { path: 'a.py', text: 'x = trial.suggest_float("lr", 0, 1, log=True)\n' },
    ],
  },
});

/** For integers a step of 1 is the default, and allowed. */
function* steps(at: NodeView, isInteger: boolean): Iterable<Report> {
  const step = at.number('step');
  if (step.is !== 'known' || (isInteger && step.value === 1)) return;
  const argument = at.at('step');
  yield {
    message: 'step',
    span: argument?.anchor ?? step.span,
    fix: at.fix('review', 'Remove step', at.remove('step')),
  };
}
