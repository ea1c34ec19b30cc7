import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-ttl-in-cron-job',
  catalogue: ['job-ttl-missing'],
  equivalents: ['kube-linter:job-ttl-seconds-after-finished'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A Job of a CronJob deletes itself.',
  why: "The CronJob keeps a history of its Jobs; what deletes itself is missing there when someone asks why last night's training failed.",
  remedy: 'Use `successfulJobsHistoryLimit` and `failedJobsHistoryLimit` instead.',
  references: [
    {
      title: 'Kubernetes: CronJob history limits',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits',
    },
  ],
  messages: { managed: "The CronJob's history limits already clean up its Jobs." },
  fix: 'review',
  looksAt: [
    { view: 'kubernetes/cron-job', path: ['spec', 'jobTemplate', 'spec', 'ttlSecondsAfterFinished'] },
  ],
  *check(at): Iterable<Report> {
    if (!at.isUnknown())
      yield {
        message: 'managed',
        span: at.span,
        fix: at.fix('review', 'Remove ttlSecondsAfterFinished', at.remove()),
      };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'CronJob',
          'spec:\n  jobTemplate:\n    spec:\n      ttlSecondsAfterFinished: «60» # clean\n      template: {}\n',
        ),
        fixed: resource('batch/v1', 'CronJob', 'spec:\n  jobTemplate:\n    spec:\n      template: {}\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'CronJob',
          'spec:\n  jobTemplate:\n    spec:\n      ttlSecondsAfterFinished: ${TTL}\n',
        ),
      },
    ],
  },
});
