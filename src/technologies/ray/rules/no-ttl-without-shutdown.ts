import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rayJob } from '../examples';

export default defineRule({
  id: 'ray/no-ttl-without-shutdown',
  catalogue: ['rayjob-ttl-without-shutdown'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A RayJob has a time to live but is not told to shut its cluster down.',
  why: 'KubeRay refuses the job: `ttlSecondsAfterFinished` counts down to the shutdown that `shutdownAfterJobFinishes` (false unless set) orders.',
  remedy: 'Set `shutdownAfterJobFinishes: true`.',
  references: [
    {
      title: 'KubeRay: validation of RayJob (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: { refused: 'KubeRay refuses a time to live of {seconds} s without shutdownAfterJobFinishes.' },
  fix: 'review',
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    const seconds = at.number('ttlSecondsAfterFinished');
    const shutdown = at.boolean('shutdownAfterJobFinishes');
    if (seconds.is !== 'known' || seconds.value <= 0) return;
    if (shutdown.is !== 'absent' && !(shutdown.is === 'known' && !shutdown.value)) return;
    const fix = at.fix(
      'review',
      'Set shutdownAfterJobFinishes to true',
      at.set(['shutdownAfterJobFinishes'], true),
    );
    yield { message: 'refused', data: { seconds: seconds.value }, span: seconds.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: rayJob('  shutdownAfterJobFinishes: false\n  ttlSecondsAfterFinished: «1» # s\n'),
        fixed: rayJob('  shutdownAfterJobFinishes: true\n  ttlSecondsAfterFinished: 1 # s\n'),
      },
      {
        path: 'job.yaml',
        text: rayJob('  ttlSecondsAfterFinished: «600»\n'),
        fixed: `${rayJob('  ttlSecondsAfterFinished: 600\n')}  shutdownAfterJobFinishes: true\n`,
      },
    ],
    good: [
      {
        path: 'job.yaml',
        text: rayJob('  shutdownAfterJobFinishes: true\n  ttlSecondsAfterFinished: 600\n'),
      },
      { path: 'job.yaml', text: rayJob('  shutdownAfterJobFinishes: false\n  ttlSecondsAfterFinished: 0\n') },
      { path: 'job.yaml', text: rayJob('  ttlSecondsAfterFinished: ${TTL}\n') },
      {
        path: 'job.yaml',
        text: rayJob('  shutdownAfterJobFinishes: ${SHUTDOWN}\n  ttlSecondsAfterFinished: 600\n'),
      },
    ],
  },
});
