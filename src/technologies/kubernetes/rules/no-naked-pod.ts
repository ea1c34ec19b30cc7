import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, pod } from '../example-manifests';
import { resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/no-naked-pod',
  catalogue: ['naked-pod'],
  equivalents: ['kubescape:naked-pods', 'kyverno:prevent-bare-pods'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A Pod stands alone, with nothing that starts it again.',
  why: 'When its node goes, the pod is gone for good: the training run ends and the server is away.',
  remedy: 'Use a Job for what ends, a Deployment for what runs.',
  references: [
    {
      title: 'Kubernetes: pods and controllers',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers',
    },
  ],
  messages: { naked: 'Nothing starts Pod "{name}" again when its node is lost.' },
  fix: { none: 'Whether a Job or a Deployment fits is known only to the author.' },
  looksAt: [{ view: 'kubernetes/pod', path: [] }],
  *check(at): Iterable<Report> {
    const owners = at.get('metadata', 'ownerReferences');
    const kind = at.at('kind');
    if (owners.is === 'absent' && kind && at.has('spec'))
      yield { message: 'naked', data: { name: resourceName(at) }, span: kind.span };
  },
  examples: {
    bad: [{ path: 'manifest.yaml', text: pod('- name: train\n').replace('Pod', '«Pod»') }],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: train\n').replace(
          '  name: scorer',
          '  name: scorer\n  ownerReferences: [{ kind: Job }]',
        ),
      },
      { path: 'manifest.yaml', text: deployment('- name: train\n') },
    ],
  },
});
