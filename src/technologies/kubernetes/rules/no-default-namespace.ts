import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { namespacedKinds, resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/no-default-namespace',
  catalogue: ['default-namespace'],
  equivalents: [
    'kube-linter:use-namespace',
    'checkov:CKV_K8S_21',
    'trivy:KSV-0110',
    'kubescape:pods-in-default-namespace',
    'kics:using_unrecommended_namespace',
    'kyverno:disallow-default-namespace',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A resource goes to the namespace "default".',
  why: 'Quotas, network policies and roles are set by namespace; in "default" everything meets everything.',
  remedy: 'Name a namespace of the team or application.',
  references: [
    {
      title: 'Kubernetes: namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
  ],
  messages: {
    default: '"{name}" goes to the namespace default.',
    missing: '"{name}" names no namespace and so goes to the one of whoever applies it.',
  },
  fix: { none: 'The namespace is known only to the team.' },
  looksAt: namespacedKinds,
  *check(at): Iterable<Report> {
    const namespace = at.text('metadata', 'namespace');
    const data = { name: resourceName(at) };
    // A resource inside another one, such as a trial of an Experiment, goes where its owner puts it.
    const isOwned = at.outer !== undefined && at.outer.context.view.id !== 'kubernetes/list';
    if (namespace.is === 'absent' && !isOwned) yield { message: 'missing', data, span: namespace.anchor };
    if (namespace.is === 'known' && namespace.value === 'default')
      yield { message: 'default', data, span: namespace.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, namespace: «default», labels: {} }\nspec: { containers: [] }\n',
        ),
        message: 'default',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', '«metadata»:\n  name: scorer\n'),
        message: 'missing',
      },
    ],
    good: [
      {
        path: 'experiment.yaml',
        text: 'apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nmetadata: { name: s, namespace: ml }\nspec:\n  trialTemplate:\n    trialSpec:\n      apiVersion: batch/v1\n      kind: Job\n      metadata: { labels: {} }\n      spec: { template: { spec: { containers: [] } } }\n',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'metadata: { name: scorer, namespace: ml }\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'metadata: { name: scorer, namespace: "${NAMESPACE}" }\n'),
      },
      { path: 'manifest.yaml', text: resource('v1', 'Namespace', 'metadata: { name: default }\n') },
    ],
  },
});
