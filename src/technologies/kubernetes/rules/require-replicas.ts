import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { deployment, resource } from '../example-manifests';
import { resourceName } from '../kinds';
import { disruptions } from '../sources';

export default defineRule({
  id: 'kubernetes/require-replicas',
  catalogue: ['single-replica'],
  equivalents: [
    'kube-linter:minimum-three-replicas',
    'kube-score:deployment-replicas',
    'polaris:deploymentMissingReplicas',
    'kyverno:deployment-has-multiple-replicas',
    'gatekeeper:replicalimits',
  ],
  severity: 'info',
  certainty: 'opinion',
  environment: 'replication',
  summary: 'A Deployment runs a single pod.',
  why: 'When its node is drained, or the model server restarts, nobody answers until the new pod has loaded the model.',
  remedy: 'Set `replicas` to at least 2, or let an autoscaler do it.',
  references: [disruptions],
  messages: {
    one: 'Deployment "{name}" runs {replicas} pod.',
    missing: 'Deployment "{name}" runs one pod, for it does not set replicas.',
  },
  fix: { none: 'How many pods the load needs is known only to the team.' },
  looksAt: [
    { view: 'kubernetes/deployment', path: [] },
    { view: 'kubernetes/old-workload', path: [] },
    { view: 'kubernetes/ungrouped-workload', path: [] },
    { view: 'kubernetes/deployment-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    if (known(at.text('kind')) === 'DaemonSet') return;
    const replicas = at.number('spec', 'replicas');
    const name = resourceName(at);
    if (replicas.is === 'absent') yield { message: 'missing', data: { name }, span: replicas.anchor };
    if (replicas.is !== 'known' || replicas.value !== 1) return;
    yield { message: 'one', data: { name, replicas: replicas.value }, span: replicas.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'replicas: «1» # for now\n'),
        message: 'one',
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n').replace('spec', '«spec»'),
        message: 'missing',
      },
    ],
    good: [
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '', 'replicas: 2\n') },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '', 'replicas: 0\n') },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '', 'replicas: ${REPLICAS}\n') },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions/v1beta1',
          'DaemonSet',
          'spec:\n  template:\n    spec:\n      containers: [{ name: agent }]\n',
        ),
      },
    ],
  },
});
