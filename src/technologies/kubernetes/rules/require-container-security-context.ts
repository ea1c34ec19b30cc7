import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName } from '../containers';
import { pod, predictor } from '../example-manifests';
import { securityContext } from '../sources';

export default defineRule({
  id: 'kubernetes/require-container-security-context',
  catalogue: ['security-context-missing'],
  equivalents: ['checkov:CKV_K8S_30', 'trivy:KSV-0118', 'kics:pod_or_container_without_security_context'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container has no security context of its own.',
  why: "Whether it may gain rights, write to its root or keep capabilities is then left to the runtime's generous defaults.",
  remedy: 'Give each container a `securityContext`.',
  references: [securityContext],
  messages: { missing: 'Container "{container}" has no security context.' },
  fix: { none: 'Which restrictions the program can live with is known only to its author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const context = at.get('securityContext');
    const isEmpty =
      context.is === 'known' && context.value.node?.type === 'map' && context.value.node.entries.length === 0;
    if (context.is !== 'absent' && !isEmpty) return;
    const span = context.is === 'absent' ? context.anchor : (at.at('securityContext')?.anchor ?? at.anchor);
    yield { message: 'missing', data: { container: containerName(at) }, span };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «securityContext»:\n  tty: true\n') },
      {
        path: 'manifest.yaml',
        text: pod('- «name»: scorer\n  tty: true\n', 'securityContext: { runAsUser: 1 }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «securityContext»: {} # later\n') },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: 1 }\n') },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
