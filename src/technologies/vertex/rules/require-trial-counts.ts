import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { tuningJob } from '../sources';

const counts: readonly (readonly [key: string, value: number])[] = [
  ['maxTrialCount', 20],
  ['parallelTrialCount', 4],
];

export default defineRule({
  id: 'vertex/require-trial-counts',
  catalogue: ['vertex-hp-no-parallel-or-max'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A tuning job does not say how many trials it runs.',
  why: 'The API demands both numbers; gcloud fills in 1 and 1, so that a search of one trial finds nothing.',
  remedy: 'Set `maxTrialCount` and `parallelTrialCount`.',
  references: [
    tuningJob,
    {
      title: 'gcloud ai hp-tuning-jobs create',
      url: 'https://cloud.google.com/sdk/gcloud/reference/ai/hp-tuning-jobs/create',
    },
  ],
  messages: { missing: 'Without {key} the tuning job has one trial, or is refused.' },
  fix: 'review',
  looksAt: [{ view: 'vertex/tuning-job', path: [] }],
  *check(at): Iterable<Report> {
    for (const [key, value] of counts) {
      const count = at.get(key);
      if (count.is !== 'absent') continue;
      const fix = at.fix('review', `Set ${key} to ${value}`, at.set([key], value));
      yield { message: 'missing', data: { key }, span: at.at('studySpec')?.anchor ?? count.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'tune.yaml',
        text: 'displayName: a\n«studySpec»: {} # search\ntrialJobSpec: {}\nparallelTrialCount: 2\n',
        fixed:
          'displayName: a\nstudySpec: {} # search\ntrialJobSpec: {}\nparallelTrialCount: 2\nmaxTrialCount: 20\n',
      },
      {
        path: 'tune.yaml',
        text: '«study_spec»: {}\nmax_trial_count: 8\n',
        fixed: 'study_spec: {}\nmax_trial_count: 8\nparallel_trial_count: 4\n',
      },
    ],
    good: [
      { path: 'tune.yaml', text: 'studySpec: {}\nmaxTrialCount: 8\nparallelTrialCount: 2\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: []\n' },
    ],
  },
});
