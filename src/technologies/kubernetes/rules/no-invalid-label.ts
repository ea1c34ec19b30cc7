import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-invalid-label',
  catalogue: ['label-invalid-or-missing'],
  equivalents: ['kube-score:label-values', 'kics:metadata_label_is_invalid'],
  severity: 'error',
  certainty: 'certain',
  summary: "A label's value cannot be.",
  why: 'The API server refuses it: at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends.',
  remedy: 'Shorten the value, or put it into an annotation.',
  references: [
    {
      title: 'Kubernetes: labels and selectors',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
    },
  ],
  messages: { invalid: '"{value}" cannot be the value of a label.' },
  fix: { none: 'What the label is to say is known only to the author.' },
  looksAt: [
    { view: 'kubernetes/resource', path: ['metadata', 'labels', '*'] },
    { view: 'kubernetes/pod-template', path: ['metadata', 'labels', '*'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || value.value === '') return;
    if (value.value.length <= 63 && /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/.test(value.value)) return;
    yield { message: 'invalid', data: { value: value.value }, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ConfigMap',
          'metadata: { labels: { owner: «team@example.com», app: scorer } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'metadata:\n  labels:\n    app: «scorer-» # new\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ConfigMap',
          'metadata:\n  labels:\n    app: «a123456789b123456789c123456789d123456789e123456789f123456789g123»\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ConfigMap',
          'metadata:\n  labels: { app: a123456789b123456789c123456789d123456789e123456789f123456789g12 }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'metadata:\n  labels: { app: "", v: "1", w: s_c.o-r }\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ConfigMap', 'metadata:\n  labels: { app: "${APP}@x" }\n'),
      },
    ],
  },
});
