import { defineRule, findEntry, resolve } from '../../../core';
import type { Report, TreeNode } from '../../../core';
import { pod } from '../example-manifests';
import { probes } from '../sources';

export default defineRule({
  id: 'kubernetes/no-identical-probes',
  catalogue: ['probes-identical'],
  equivalents: ['kube-score:pod-probes-identical', 'kyverno:validate-probes'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The liveness probe is the readiness probe.',
  why: 'What should only take the pod out of the load balancer, a slow dependency or a model still loading, restarts it: under load all replicas restart, one after the other.',
  remedy: 'Let liveness answer as long as the process lives, and readiness only when requests can be served.',
  references: [probes],
  messages: {
    identical:
      'The liveness probe is the same as the readiness probe, so a pod that is not ready is restarted.',
  },
  fix: { none: 'Which of the two is wrong is known only to the author.' },
  looksAt: [{ view: 'kubernetes/container', path: [] }],
  *check(at): Iterable<Report> {
    const liveness = at.at('livenessProbe');
    const readiness = at.at('readinessProbe');
    if (!liveness?.node || !readiness?.node || liveness.isUnknown() || !isSame(liveness.node, readiness.node))
      return;
    yield {
      message: 'identical',
      span: liveness.anchor,
      related: [{ message: 'The readiness probe.', span: readiness.anchor }],
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  readinessProbe: { httpGet: { path: /, port: 80 } }\n  «livenessProbe»: { httpGet: { port: 80, path: / } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  readinessProbe: &probe { exec: { command: [check, -a] } }\n  «livenessProbe»: *probe\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  readinessProbe: { httpGet: { path: /ready, port: 80 } }\n  livenessProbe: { httpGet: { path: /, port: 80 } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  readinessProbe: { httpGet: { path: /, port: 80 }, periodSeconds: 5 }\n  livenessProbe: { httpGet: { path: /, port: 80 } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  livenessProbe: { httpGet: { path: /, port: 80 } }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  livenessProbe:\n  readinessProbe:\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  readinessProbe: { exec: { command: [check, -a] } }\n  livenessProbe: { exec: { command: [check] } }\n',
        ),
      },
    ],
  },
});

function isSame(a: TreeNode | undefined, b: TreeNode | undefined): boolean {
  const first = resolve(a);
  const second = resolve(b);
  if (!first || !second) return false;
  if (first.type === 'scalar') return second.type === 'scalar' && first.text === second.text;
  if (first.type === 'list') {
    if (second.type !== 'list' || first.items.length !== second.items.length) return false;
    return first.items.every((item, index) => isSame(item, second.items[index]));
  }
  if (second.type !== 'map' || first.entries.length !== second.entries.length) return false;
  return first.entries.every(({ key, value }) => isSame(value, findEntry(second, key)?.entry.value));
}
