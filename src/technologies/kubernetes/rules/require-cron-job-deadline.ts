import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-cron-job-deadline',
  catalogue: ['cronjob-deadline-missing'],
  equivalents: ['kube-score:cronjob-has-deadline', 'kics:cronjob_deadline_not_configured'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A CronJob may start hours late, or never again.',
  why: 'Without a deadline a run that could not start is still started when there is room; and after 100 missed starts the CronJob stops for good.',
  remedy: 'Set `startingDeadlineSeconds` to how late a run is still of use.',
  references: [
    {
      title: 'Kubernetes: CronJob starting deadline',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
    },
  ],
  messages: { missing: 'CronJob "{name}" has no starting deadline.' },
  fix: { none: 'How late a run is still of use is known only to the author.' },
  looksAt: [{ view: 'kubernetes/cron-job', path: [] }],
  *check(at): Iterable<Report> {
    const deadline = at.get('spec', 'startingDeadlineSeconds');
    if (deadline.is === 'absent')
      yield { message: 'missing', data: { name: resourceName(at) }, span: deadline.anchor };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'CronJob',
          '«spec»:\n  schedule: "0 3 * * *"\n  jobTemplate: { spec: { template: { spec: { containers: [] } } } }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'CronJob',
          'spec:\n  startingDeadlineSeconds: 600\n  jobTemplate: { spec: { template: { spec: { containers: [] } } } }\n',
        ),
      },
    ],
  },
});
