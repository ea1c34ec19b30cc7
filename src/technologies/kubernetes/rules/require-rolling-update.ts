import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { deployment } from '../example-manifests';
import { resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-rolling-update',
  catalogue: ['rolling-update-strategy'],
  equivalents: [
    'kube-linter:no-rolling-update-strategy',
    'kube-score:deployment-strategy',
    'kubescape:no-rolling-update-strategy',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A rollout stops all pods before the new ones start.',
  why: 'Until the new version has loaded its model nobody answers, and a version that fails to start answers never.',
  remedy: 'Use the strategy RollingUpdate. A pod that owns a ReadWriteOnce volume may need Recreate.',
  references: [
    {
      title: 'Kubernetes: Deployment strategy',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    },
  ],
  messages: {
    other: 'Strategy {type} stops all pods before new ones start.',
    missing: 'The rollout strategy of "{name}" is not set.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kubernetes/deployment', path: [] },
    { view: 'kubernetes/deployment-config', path: [] },
    { view: 'kubernetes/old-workload', path: [] },
    { view: 'kubernetes/ungrouped-workload', path: [] },
    { view: 'kubernetes/daemon-set', path: [] },
  ],
  *check(at): Iterable<Report> {
    const key = known(at.text('kind')) === 'DaemonSet' ? 'updateStrategy' : 'strategy';
    const type = at.text('spec', key, 'type');
    if (type.is === 'absent' && key === 'strategy')
      yield { message: 'missing', data: { name: resourceName(at) }, span: type.anchor };
    if (type.is !== 'known' || /^Rolling(?:Update)?$/.test(type.value)) return;
    const fix = at.fix(
      'review',
      'Set the type to RollingUpdate',
      at.set(['spec', key, 'type'], 'RollingUpdate'),
    );
    yield { message: 'other', data: { type: type.value }, span: type.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'strategy: { type: «Recreate» } # GPU\n'),
        message: 'other',
        fixed: deployment('- name: scorer\n', '', 'strategy: { type: RollingUpdate } # GPU\n'),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n').replace('spec', '«spec»'),
        message: 'missing',
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'updateStrategy: { type: «OnDelete» }\n').replace(
          'Deployment',
          'DaemonSet',
        ),
        message: 'other',
        fixed: deployment('- name: scorer\n', '', 'updateStrategy: { type: RollingUpdate }\n').replace(
          'Deployment',
          'DaemonSet',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'strategy: { type: RollingUpdate }\n'),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'strategy: { type: "${STRATEGY}" }\n'),
      },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n').replace('Deployment', 'DaemonSet') },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'strategy: { type: Rolling }\n')
          .replace('apps/v1', 'apps.openshift.io/v1')
          .replace('Deployment', 'DeploymentConfig'),
      },
    ],
  },
});
