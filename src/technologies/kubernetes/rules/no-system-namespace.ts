import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { namespacedKinds } from '../kinds';

export default defineRule({
  id: 'kubernetes/no-system-namespace',
  catalogue: ['default-namespace'],
  equivalents: ['kics:using_unrecommended_namespace'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A resource goes to a namespace of the system.',
  why: "The system's namespaces are exempt from quotas and policies, and upgrades of the cluster may sweep them.",
  remedy: 'Use a namespace of the team or application.',
  references: [
    {
      title: 'Kubernetes: namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
  ],
  messages: { system: 'Namespace {namespace} belongs to the system.' },
  fix: { none: 'The namespace is known only to the team.' },
  looksAt: namespacedKinds,
  *check(at): Iterable<Report> {
    const namespace = at.text('metadata', 'namespace');
    if (
      namespace.is !== 'known' ||
      !['kube-system', 'kube-public', 'kube-node-lease'].includes(namespace.value)
    )
      return;
    yield { message: 'system', data: { namespace: namespace.value }, span: namespace.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, namespace: «kube-system», labels: {} }\nspec: { containers: [] }\n',
        ),
      },
      { path: 'manifest.yaml', text: resource('v1', 'Service', 'metadata: { namespace: «kube-public» }\n') },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'metadata: { namespace: «kube-node-lease» }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'metadata: { name: scorer, namespace: kube }\n'),
      },
    ],
  },
});
