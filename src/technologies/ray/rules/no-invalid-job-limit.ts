import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { rayJob } from '../examples';

const positive = ['activeDeadlineSeconds', 'preRunningDeadlineSeconds'];
const notNegative = ['backoffLimit', 'ttlSecondsAfterFinished'];

export default defineRule({
  id: 'ray/no-invalid-job-limit',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A limit of a RayJob is a number that KubeRay refuses.',
  why: 'KubeRay refuses the job: a deadline is at least one second, retries and the time to live are not negative, and an interactive job is never retried.',
  remedy: 'Set a positive deadline, or remove the limit.',
  references: [
    {
      title: 'KubeRay 1.6: ValidateRayJobSpec',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    low: 'KubeRay refuses {key} {value}; the least is {least}.',
    interactive: 'KubeRay refuses backoffLimit {value} in InteractiveMode.',
  },
  fix: { none: 'Which limit is meant is known only to the author.' },
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    for (const key of positive) yield* tooLow(at, key, 1);
    for (const key of notNegative) yield* tooLow(at, key, 0);
    const mode = at.text('submissionMode');
    const retries = at.number('backoffLimit');
    if (
      mode.is === 'known' &&
      mode.value === 'InteractiveMode' &&
      retries.is === 'known' &&
      retries.value > 0
    )
      yield { message: 'interactive', data: { value: retries.value }, span: retries.span };
  },
  examples: {
    bad: [
      { path: 'job.yaml', text: rayJob('  activeDeadlineSeconds: «0» # none\n'), message: 'low' },
      { path: 'job.yaml', text: rayJob('  preRunningDeadlineSeconds: «-1»\n'), message: 'low' },
      { path: 'job.yaml', text: rayJob('  backoffLimit: «-1»\n'), message: 'low' },
      {
        path: 'job.yaml',
        text: rayJob('  shutdownAfterJobFinishes: true\n  ttlSecondsAfterFinished: «-60»\n'),
        message: 'low',
      },
      {
        path: 'job.yaml',
        text: rayJob('  submissionMode: InteractiveMode\n  backoffLimit: «2»\n'),
        message: 'interactive',
      },
    ],
    good: [
      { path: 'job.yaml', text: rayJob('  activeDeadlineSeconds: 1\n  backoffLimit: 0\n') },
      { path: 'job.yaml', text: rayJob('  ttlSecondsAfterFinished: 0\n  backoffLimit: 2\n') },
      { path: 'job.yaml', text: rayJob('  submissionMode: InteractiveMode\n  backoffLimit: 0\n') },
      { path: 'job.yaml', text: rayJob('  activeDeadlineSeconds: "${SECONDS}"\n') },
    ],
  },
});

function* tooLow(at: NodeView, key: string, least: number): Iterable<Report> {
  const value = at.number(key);
  if (value.is === 'known' && value.value < least)
    yield { message: 'low', data: { key, value: value.value, least }, span: value.span };
}
