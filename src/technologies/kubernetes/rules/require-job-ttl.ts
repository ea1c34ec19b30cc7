import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-job-ttl',
  catalogue: ['job-ttl-missing'],
  equivalents: ['kube-linter:job-ttl-seconds-after-finished'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A finished Job stays for ever.',
  why: 'Each run of training leaves a Job and its pods behind, until lists are slow and quotas are full. CronJobs clean up by themselves.',
  remedy: 'Set `ttlSecondsAfterFinished`.',
  references: [
    {
      title: 'Kubernetes: automatic cleanup of finished Jobs',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
    },
  ],
  messages: { missing: 'Job "{name}" stays after it has finished.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/job', path: [] }],
  *check(at): Iterable<Report> {
    const ttl = at.get('spec', 'ttlSecondsAfterFinished');
    if (ttl.is !== 'absent') return;
    const fix = at.fix('review', 'Delete it a day after', at.set(['spec', 'ttlSecondsAfterFinished'], 86400));
    yield { message: 'missing', data: { name: resourceName(at) }, span: ttl.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'Job',
          '«spec»:\n  template: { spec: { containers: [{ name: train }] } } # one\n',
        ),
        fixed: resource(
          'batch/v1',
          'Job',
          'spec:\n  template: { spec: { containers: [{ name: train }] } } # one\n  ttlSecondsAfterFinished: 86400\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'Job',
          'spec:\n  ttlSecondsAfterFinished: 60\n  template: { spec: { containers: [{ name: train }] } }\n',
        ),
      },
    ],
  },
});
