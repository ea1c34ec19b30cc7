import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const successors: Readonly<Record<string, string>> = { ON_DEMAND: 'STANDARD', LOW_COST: 'SPOT' };

export default defineRule({
  id: 'vertex/no-deprecated-strategy',
  catalogue: ['vertex-deprecated-strategy'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A job is scheduled by a deprecated strategy.',
  why: 'ON_DEMAND and LOW_COST are deprecated names of STANDARD and SPOT; the API will refuse them one day, and readers do not know that LOW_COST machines may be taken away.',
  remedy: 'Write STANDARD or SPOT.',
  references: [
    {
      title: 'Vertex AI: scheduling strategies',
      url: 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec#Strategy',
    },
  ],
  messages: { deprecated: 'Strategy {value} is deprecated for {successor}.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'vertex/job-spec', path: ['scheduling', 'strategy'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    const successor = value.is === 'known' ? successors[value.value] : undefined;
    if (value.is !== 'known' || successor === undefined) return;
    const fix = at.fix('review', `Write ${successor}`, at.set([], successor));
    yield { message: 'deprecated', data: { value: value.value, successor }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: 'workerPoolSpecs: []\nscheduling: {strategy: «LOW_COST»} # cheap\n',
        fixed: 'workerPoolSpecs: []\nscheduling: {strategy: SPOT} # cheap\n',
      },
      {
        path: 'job.yaml',
        text: 'worker_pool_specs: []\nscheduling:\n  strategy: «ON_DEMAND»\n',
        fixed: 'worker_pool_specs: []\nscheduling:\n  strategy: STANDARD\n',
      },
    ],
    good: [
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nscheduling: {strategy: SPOT}\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nstrategy: LOW_COST\n' },
    ],
  },
});
