import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { tuningJob } from '../sources';

export default defineRule({
  id: 'vertex/limit-parallel-trials',
  catalogue: ['vertex-hp-parallel-too-high'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'An adaptive search starts most of its trials before it has learned anything.',
  why: 'The default algorithm chooses each trial by the results of earlier ones. With more than half of the trials at once it hardly differs from random search.',
  remedy: 'Keep `parallelTrialCount` at half of `maxTrialCount` or less.',
  references: [
    tuningJob,
    {
      title: 'Vertex AI: overview of hyperparameter tuning',
      url: 'https://cloud.google.com/vertex-ai/docs/training/hyperparameter-tuning-overview',
    },
  ],
  messages: { crowded: '{parallel} of {most} trials run at once, before the search has learned anything.' },
  fix: { none: 'How long the search may take is known only to the author.' },
  looksAt: [{ view: 'vertex/tuning-job', path: [] }],
  *check(at): Iterable<Report> {
    const most = at.number('maxTrialCount');
    const parallel = at.number('parallelTrialCount');
    const algorithm = at.text('studySpec', 'algorithm');
    const adaptive =
      algorithm.is === 'absent' || (algorithm.is === 'known' && algorithm.value === 'ALGORITHM_UNSPECIFIED');
    if (most.is !== 'known' || parallel.is !== 'known' || !adaptive || most.value < 2) return;
    if (parallel.value <= most.value / 2) return;
    const data = { parallel: parallel.value, most: most.value };
    yield { message: 'crowded', data, span: parallel.span };
  },
  examples: {
    bad: [
      { path: 'tune.yaml', text: 'studySpec: {}\nmaxTrialCount: 10\nparallelTrialCount: «6» # fast\n' },
      {
        path: 'tune.yaml',
        text: 'studySpec: {algorithm: ALGORITHM_UNSPECIFIED}\nmaxTrialCount: 2\nparallelTrialCount: «2»\n',
      },
    ],
    good: [
      { path: 'tune.yaml', text: 'studySpec: {}\nmaxTrialCount: 10\nparallelTrialCount: 5\n' },
      {
        path: 'tune.yaml',
        text: 'studySpec: {algorithm: RANDOM_SEARCH}\nmaxTrialCount: 10\nparallelTrialCount: 10\n',
      },
      {
        path: 'tune.yaml',
        text: 'studySpec: {algorithm: "${A}"}\nmaxTrialCount: 9\nparallelTrialCount: 9\n',
      },
      { path: 'tune.yaml', text: 'studySpec: {}\nmaxTrialCount: 1\nparallelTrialCount: 1\n' },
    ],
  },
});
