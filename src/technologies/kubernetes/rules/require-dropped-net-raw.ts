import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { capabilities, containerName } from '../containers';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/require-dropped-net-raw',
  catalogue: ['capabilities-not-dropped'],
  equivalents: [
    'kube-linter:drop-net-raw-capability',
    'checkov:CKV_K8S_28',
    'kubescape:drop-capability-netraw',
    'kics:net_raw_capabilities_not_being_dropped',
    'kyverno:drop-cap-net-raw',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container may send any packet it likes.',
  why: "`NET_RAW` is given by default; with it a process answers for other pods' addresses and listens to their traffic.",
  remedy: 'Drop `ALL`, or at least `NET_RAW`.',
  references: [restricted],
  messages: { kept: 'Container "{container}" keeps the capability NET_RAW.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const drop = at.get('securityContext', 'capabilities', 'drop');
    const dropped = capabilities(at, 'drop');
    if (drop.is === 'unknown' || drop.is === 'invalid' || !dropped) return;
    if (dropped.includes('ALL') || dropped.includes('NET_RAW')) return;
    const span = drop.is === 'known' ? drop.value.anchor : drop.anchor;
    const key = ['securityContext', 'capabilities', 'drop'];
    const edits = drop.is === 'known' ? at.append(key, 'NET_RAW') : at.set(key, ['NET_RAW']);
    yield {
      message: 'kept',
      data: { container: containerName(at) },
      span,
      fix: at.fix('review', 'Drop NET_RAW', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- «name»: scorer\n  tty: true\n'),
        fixed: pod(
          '- name: scorer\n  tty: true\n  securityContext:\n    capabilities:\n      drop:\n        - NET_RAW\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { «drop»: [KILL] }, runAsUser: 1 }\n'),
        fixed: pod(
          '- name: scorer\n  securityContext: { capabilities: { drop: [KILL, NET_RAW] }, runAsUser: 1 }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: [ALL] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: [CAP_NET_RAW] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: ["${DROP}"] } }\n'),
      },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
