import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';

const job = (spec: string): string =>
  `apiVersion: trainer.kubeflow.org/v1alpha1\nkind: OptimizationJob\nmetadata: { name: tune }\nspec:\n  objectives: [{ metric: auc }]\n  trainJobTemplate: { spec: { runtimeRef: { name: torch } } }\n${spec}`;
const uniform = '  parameters: [{ name: lr, searchSpace: { uniform: { min: "0.1", max: "1" } } }]\n';
const choice = '  parameters: [{ name: opt, searchSpace: { categorical: { choices: [sgd, adam] } } }]\n';

export default defineRule({
  id: 'kubeflow/limit-parallel-trials',
  catalogue: ['optimizationjob-parallel-gt-trials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'An OptimizationJob is given numbers or a search that its CRD refuses.',
  why: 'The API server refuses the job: no more trials can run at once than there are (1 unless set), at most 100, and a grid is only made of categories.',
  remedy: 'Set `parallelTrials` to at most `numTrials`, and use `random` for numbers.',
  references: [
    {
      title: 'Kubeflow Trainer: OptimizationJob',
      url: 'https://github.com/kubeflow/trainer/tree/master/manifests/base/crds',
    },
  ],
  messages: {
    parallel: '{parallel} trials at once are more than the {trials} trials of the job.',
    most: 'An OptimizationJob takes at most 100, not {value}.',
    grid: 'A grid search takes only categorical parameters, not {kind}.',
  },
  fix: { none: 'Which of the settings is meant is known only to the author.' },
  looksAt: [{ view: 'kubeflow/optimization-job', path: ['spec'] }],
  *check(at): Iterable<Report> {
    yield* counts(at);
    if (!at.has('searchAlgorithm', 'grid')) return;
    for (const parameter of at.at('parameters')?.items() ?? []) {
      const [number] = ['uniform', 'logUniform'].flatMap((kind) => parameter.at('searchSpace', kind) ?? []);
      if (number) yield { message: 'grid', data: { kind: number.key }, span: number.anchor };
    }
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        message: 'parallel',
        text: job(`  numTrials: 4\n  parallelTrials: «5» # all\n${uniform}`),
      },
      { path: 'job.yaml', message: 'parallel', text: job(`  parallelTrials: «2»\n${uniform}`) },
      { path: 'job.yaml', message: 'most', text: job(`  numTrials: «101»\n${uniform}`) },
      {
        path: 'job.yaml',
        message: 'grid',
        text: job(`  searchAlgorithm: { grid: {} }\n${uniform.replace('uniform', '«uniform»')}`),
      },
    ],
    good: [
      { path: 'job.yaml', text: job(`  numTrials: 100\n  parallelTrials: 100\n${uniform}`) },
      { path: 'job.yaml', text: job(`  parallelTrials: 1\n  searchAlgorithm: { random: {} }\n${uniform}`) },
      { path: 'job.yaml', text: job(`  numTrials: \${N}\n  parallelTrials: 9\n${uniform}`) },
      { path: 'job.yaml', text: job(`  searchAlgorithm: { grid: {} }\n${choice}`) },
    ],
  },
});

function* counts(at: NodeView): Iterable<Report> {
  const [trials, parallel] = [at.number('numTrials'), at.number('parallelTrials')];
  for (const value of [trials, parallel]) {
    if (value.is === 'known' && value.value > 100) {
      yield { message: 'most', data: { value: value.value }, span: value.span };
      return;
    }
  }
  const all = trials.is === 'absent' ? 1 : trials.is === 'known' ? trials.value : undefined;
  if (parallel.is !== 'known' || all === undefined || parallel.value <= all) return;
  yield { message: 'parallel', data: { parallel: parallel.value, trials: all }, span: parallel.span };
}
