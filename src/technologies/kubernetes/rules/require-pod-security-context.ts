import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { pod, predictor } from '../example-manifests';
import { securityContext } from '../sources';

export default defineRule({
  id: 'kubernetes/require-pod-security-context',
  catalogue: ['security-context-missing'],
  equivalents: ['checkov:CKV_K8S_29', 'trivy:KSV-0118', 'kics:pod_or_container_without_security_context'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A pod has no security context, nor have all its containers.',
  why: "User, groups and the filter of system calls are then left to the images and the runtime's generous defaults.",
  remedy: 'Give the pod a `securityContext`.',
  references: [securityContext],
  messages: { missing: 'The pod has no security context.' },
  fix: { none: 'Which restrictions the programs can live with is known only to their authors.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: [] }],
  *check(at): Iterable<Report> {
    const context = at.get('securityContext');
    if (context.is === 'known' && !isBare(context.value)) return;
    const containers = at.list('containers');
    if (context.is === 'unknown' || containers.is !== 'known') return;
    if (context.is === 'absent' && containers.value.every((container) => container.has('securityContext')))
      return;
    yield { message: 'missing', span: context.is === 'known' ? context.value.anchor : at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n')
          .replace('spec', '«spec»')
          .replace('spec»:\n  containers', 'spec»:\n  containers'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', '«securityContext»: {} # later\n') },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'securityContext: { runAsUser: 1 }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: 1 }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'securityContext: *shared\n') },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});

/** Empty, or with nothing in it but marks of tools. */
function isBare({ node }: NodeView): boolean {
  return node?.type === 'map' && node.entries.every(({ key }) => key.startsWith('__'));
}
