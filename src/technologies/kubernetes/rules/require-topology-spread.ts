import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, pod } from '../example-manifests';
import { podSpecPath, replicatedKinds, resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-topology-spread',
  catalogue: ['topology-spread'],
  equivalents: [
    'kube-score:pod-topology-spread-constraints',
    'polaris:topologySpreadConstraint',
    'kyverno:topologyspreadconstraints-policy',
  ],
  severity: 'info',
  certainty: 'opinion',
  environment: 'replication',
  summary: 'Replicas are not spread over zones.',
  why: 'The scheduler may put all pods into one zone, and a zone that fails takes the service with it.',
  remedy: 'Add `topologySpreadConstraints` over `topology.kubernetes.io/zone`.',
  references: [
    {
      title: 'Kubernetes: pod topology spread constraints',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    },
  ],
  messages: {
    missing: 'Nothing spreads the pods of "{name}" over zones.',
    unknownKey: 'Topology key "{key}" is neither the zone\'s nor the host\'s.',
    noKey: 'The constraint names no topology key.',
  },
  fix: { none: 'Which labels the pods have in common is for the author to say.' },
  looksAt: [...replicatedKinds, { view: 'kubernetes/pod', path: [] }],
  *check(at): Iterable<Report> {
    const path = at.context.view.id === 'kubernetes/pod' ? ['spec'] : podSpecPath;
    const constraints = at.list(...path, 'topologySpreadConstraints');
    const replicas = at.number('spec', 'replicas');
    if (constraints.is === 'absent' && replicas.is !== 'unknown' && path.length > 1) {
      yield { message: 'missing', data: { name: resourceName(at) }, span: constraints.anchor };
    }
    if (constraints.is !== 'known') return;
    for (const constraint of constraints.value) {
      const key = constraint.text('topologyKey');
      if (key.is === 'absent') yield { message: 'noKey', span: constraint.anchor };
      if (key.is !== 'known' || /^(?:topology\.)?kubernetes\.io\/(?:zone|hostname|region)$/.test(key.value))
        continue;
      yield { message: 'unknownKey', data: { key: key.value }, span: key.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n').replace('    spec', '    «spec»'),
        message: 'missing',
      },
      {
        path: 'manifest.yaml',
        text: deployment(
          '- name: scorer\n',
          'topologySpreadConstraints: [{ topologyKey: «rack», maxSkew: 1 }]\n',
        ),
        message: 'unknownKey',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'topologySpreadConstraints: [{ «maxSkew»: 1 }]\n'),
        message: 'noKey',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: deployment(
          '- name: scorer\n',
          'topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', 'topologySpreadConstraints: [{ topologyKey: "${KEY}" }]\n'),
      },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '', 'replicas: ${REPLICAS}\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n') },
    ],
  },
});
