import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { job, resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-always-restart-in-job',
  catalogue: ['cronjob-restartpolicy'],
  equivalents: ['kube-score:cronjob-restartpolicy'],
  severity: 'error',
  certainty: 'certain',
  summary: "A Job's pods are to be restarted always.",
  why: 'The API server refuses the Job: only OnFailure and Never are allowed, and Always is the default.',
  remedy: 'Set `restartPolicy: Never`, or OnFailure to try again in the same pod.',
  references: [
    {
      title: 'Kubernetes: Job pod template',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template',
    },
  ],
  messages: {
    always: 'A Job does not allow restartPolicy {policy}.',
    missing: 'A Job needs restartPolicy Never or OnFailure.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kubernetes/job', path: ['spec', 'template', 'spec'] },
    { view: 'kubernetes/cron-job', path: ['spec', 'jobTemplate', 'spec', 'template', 'spec'] },
  ],
  *check(at): Iterable<Report> {
    const policy = at.text('restartPolicy');
    const fix = at.fix('review', 'Set restartPolicy to Never', at.set(['restartPolicy'], 'Never'));
    if (policy.is === 'absent') yield { message: 'missing', span: policy.anchor, fix };
    if (policy.is !== 'known' || ['Never', 'OnFailure'].includes(policy.value)) return;
    yield { message: 'always', data: { policy: policy.value }, span: policy.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: job('- name: train\n', 'restartPolicy: «Always» # again\n'),
        message: 'always',
        fixed: job('- name: train\n', 'restartPolicy: Never # again\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'batch/v1',
          'CronJob',
          'spec:\n  jobTemplate:\n    spec:\n      template:\n        «spec»: # pods\n          containers: [{ name: train }]\n',
        ),
        message: 'missing',
        fixed: resource(
          'batch/v1',
          'CronJob',
          'spec:\n  jobTemplate:\n    spec:\n      template:\n        spec: # pods\n          containers: [{ name: train }]\n          restartPolicy: Never\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: job('- name: train\n', 'restartPolicy: OnFailure\n') },
      { path: 'manifest.yaml', text: job('- name: train\n', 'restartPolicy: Never\n') },
      { path: 'manifest.yaml', text: job('- name: train\n', 'restartPolicy: ${POLICY}\n') },
      { path: 'manifest.yaml', text: resource('batch/v1', 'Job', 'spec:\n  backoffLimit: 3\n') },
    ],
  },
});
