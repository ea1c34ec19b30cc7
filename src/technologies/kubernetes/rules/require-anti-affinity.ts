import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { deployment } from '../example-manifests';
import { podSpecPath, replicatedKinds, resourceName } from '../kinds';
import { affinity } from '../sources';

export default defineRule({
  id: 'kubernetes/require-anti-affinity',
  catalogue: ['anti-affinity-missing'],
  equivalents: [
    'kube-linter:no-anti-affinity',
    'kube-score:deployment-has-host-podantiaffinity',
    'kube-score:statefulset-has-host-podantiaffinity',
    'kics:deployment_has_no_pod_anti_affinity',
    'kics:statefulset_has_no_pod_anti_affinity',
  ],
  severity: 'info',
  certainty: 'opinion',
  environment: 'replication',
  summary: 'Nothing keeps all replicas from running on one node.',
  why: 'Replicas are there to survive the loss of a node; on the same node they go together.',
  remedy: 'Add a `podAntiAffinity` over `kubernetes.io/hostname`, or `topologySpreadConstraints`.',
  references: [affinity],
  messages: { missing: 'Nothing keeps the pods of "{name}" from running on one node.' },
  fix: { none: 'Which labels the pods have in common is for the author to say.' },
  looksAt: replicatedKinds,
  *check(at): Iterable<Report> {
    const replicas = at.number('spec', 'replicas');
    // A StatefulSet without a number is expected to grow; a Deployment without one runs a single pod.
    if (replicas.is === 'unknown' || (replicas.is === 'known' && replicas.value < 2)) return;
    if (replicas.is === 'absent' && !at.context.view.id.endsWith('stateful-set')) return;
    const spread = at.get(...podSpecPath, 'topologySpreadConstraints');
    const wish = at.get(...podSpecPath, 'affinity', 'podAntiAffinity');
    if (spread.is !== 'absent' || wish.is === 'unknown') return;
    if (wish.is === 'known' && wish.value.node?.type === 'map' && hasTerm(wish.value)) return;
    yield {
      message: 'missing',
      data: { name: resourceName(at) },
      span: wish.is === 'known' ? wish.value.anchor : wish.is === 'absent' ? wish.anchor : at.anchor,
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', '', 'replicas: 2\n').replace('    spec', '    «spec»'),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n', 'affinity: { «podAntiAffinity»: {} }\n', 'replicas: 2\n'),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n')
          .replace('Deployment', 'StatefulSet')
          .replace('    spec', '    «spec»'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: deployment(
          '- name: scorer\n',
          'affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] } }\n',
          'replicas: 2\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: deployment(
          '- name: scorer\n',
          'topologySpreadConstraints: [{ maxSkew: 1 }]\n',
          'replicas: 2\n',
        ),
      },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '', 'replicas: 1\n') },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n') },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '', 'replicas: ${REPLICAS}\n') },
    ],
  },
});

function hasTerm(wish: NodeView): boolean {
  return wish.entries().some((terms) => terms.items().length > 0 || terms.isUnknown());
}
