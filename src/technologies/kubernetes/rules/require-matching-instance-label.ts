import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { servingKinds } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-matching-instance-label',
  catalogue: ['label-invalid-or-missing'],
  equivalents: ['polaris:metadataAndInstanceMismatched'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The instance label names something else than the resource.',
  why: 'Tools that group by instance put the resource into another application.',
  remedy: "Give `app.kubernetes.io/instance` the resource's name.",
  references: [
    {
      title: 'Kubernetes: recommended labels',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    },
  ],
  messages: { other: 'The instance label "{label}" is not the name "{name}".' },
  fix: 'review',
  looksAt: [...servingKinds, { view: 'kubernetes/pod', path: [] }, { view: 'kubernetes/job', path: [] }],
  *check(at): Iterable<Report> {
    const label = at.text('metadata', 'labels', 'app.kubernetes.io/instance');
    const name = at.text('metadata', 'name');
    if (label.is !== 'known' || name.is !== 'known' || label.value === name.value) return;
    const fix = at.fix(
      'review',
      'Set the label to the name',
      at.set(['metadata', 'labels', 'app.kubernetes.io/instance'], name.value),
    );
    yield { message: 'other', data: { label: label.value, name: name.value }, span: label.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, labels: { app.kubernetes.io/instance: «other», app: a } }\n',
        ),
        fixed: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, labels: { app.kubernetes.io/instance: scorer, app: a } }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, labels: { app.kubernetes.io/instance: scorer } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: scorer, labels: { app.kubernetes.io/instance: "${RELEASE}" } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Pod',
          'metadata: { name: "${NAME}", labels: { app.kubernetes.io/instance: scorer } }\n',
        ),
      },
    ],
  },
});
