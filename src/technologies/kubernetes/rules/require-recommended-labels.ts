import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { resourceName, servingKinds } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-recommended-labels',
  catalogue: ['label-invalid-or-missing'],
  equivalents: [
    'kube-linter:required-label-owner',
    'kubescape:k8s-common-labels-usage',
    'kubescape:label-usage-for-resources',
    'kyverno:require-labels',
    'gatekeeper:requiredlabels',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A workload does not say what it belongs to.',
  why: 'Dashboards, cost reports and people cannot tell which application and team a pod belongs to.',
  remedy: 'Add `app.kubernetes.io/name`, and who owns it.',
  references: [
    {
      title: 'Kubernetes: recommended labels',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    },
  ],
  options: {
    labels: {
      type: 'string[]',
      default: ['app.kubernetes.io/name'],
      description: 'Labels that each workload must have.',
    },
  },
  messages: { missing: '"{name}" has no label {label}.' },
  fix: 'review',
  looksAt: [...servingKinds, { view: 'kubernetes/pod', path: [] }],
  *check(at, { options }): Iterable<Report> {
    for (const label of options.list('labels')) {
      const found = at.get('metadata', 'labels', label);
      if (found.is !== 'absent') continue;
      const name = resourceName(at);
      const fix = at.fix('review', `Add ${label}`, at.set(['metadata', 'labels', label], name));
      yield { message: 'missing', data: { name, label }, span: found.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata:\n  name: scorer\n  «labels»: { app: scorer } # old\nspec: { containers: [] }\n',
        ),
        fixed: resource(
          'v1',
          'Pod',
          'metadata:\n  name: scorer\n  labels: { app: scorer, app.kubernetes.io/name: scorer } # old\nspec: { containers: [] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata:\n  name: scorer\n  «labels»: { app: scorer }\nspec: { containers: [] }\n',
        ),
        options: { labels: ['owner'] },
        fixed: resource(
          'v1',
          'Pod',
          'metadata:\n  name: scorer\n  labels: { app: scorer, owner: scorer }\nspec: { containers: [] }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, labels: { app.kubernetes.io/name: scorer } }\nspec: { containers: [] }\n',
        ),
      },
    ],
  },
});
