import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { podSpecPath } from '../kinds';

export default defineRule({
  id: 'kubernetes/no-selector-mismatch',
  catalogue: ['selector-mismatch'],
  equivalents: [
    'kube-linter:mismatching-selector',
    'kube-score:deployment-pod-selector-labels-match-template-metadata-labels',
    'kube-score:statefulset-pod-selector-labels-match-template-metadata-labels',
    'kubescape:mismatching-selector',
  ],
  severity: 'error',
  certainty: 'certain',
  summary: 'The selector does not match the pods of its own template.',
  why: 'The API server refuses the workload: selector does not match template labels.',
  remedy: 'Give the template the labels of the selector.',
  references: [
    {
      title: 'Kubernetes: Deployment selector',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
    },
  ],
  messages: {
    missing: 'The pods have no label "{key}".',
    other: 'The pods\' label "{key}" is {found}, not {wanted}.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kubernetes/deployment', path: [] },
    { view: 'kubernetes/stateful-set', path: [] },
    { view: 'kubernetes/daemon-set', path: [] },
    { view: 'kubernetes/replica-set', path: [] },
    { view: 'kubernetes/job', path: [] },
  ],
  *check(at): Iterable<Report> {
    const wanted = at.map('spec', 'selector', 'matchLabels');
    if (wanted.is !== 'known' || at.get(...podSpecPath).is !== 'known') return;
    for (const label of wanted.value.entries()) {
      const value = label.text();
      const path = ['spec', 'template', 'metadata', 'labels', label.key];
      const found = at.text(...path);
      if (value.is !== 'known' || found.is === 'unknown' || found.is === 'invalid') continue;
      if (found.is === 'known' && found.value === value.value) continue;
      const fix = at.fix('review', `Set the pods' label ${label.key}`, at.set(path, value.value));
      const data = { key: label.key, wanted: value.value, found: known(found) ?? '' };
      yield { message: found.is === 'absent' ? 'missing' : 'other', data, span: value.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'Deployment',
          'spec:\n  selector: { matchLabels: { app: «scorer», tier: web } }\n  template:\n    metadata: { labels: { app: scoring, tier: web } }\n    spec: { containers: [{ name: a }] }\n',
        ),
        message: 'other',
        fixed: resource(
          'apps/v1',
          'Deployment',
          'spec:\n  selector: { matchLabels: { app: scorer, tier: web } }\n  template:\n    metadata: { labels: { app: scorer, tier: web } }\n    spec: { containers: [{ name: a }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'StatefulSet',
          'spec:\n  selector: { matchLabels: { app: «scorer» } }\n  template:\n    metadata: { labels: { name: scorer } }\n    spec: { containers: [{ name: a }] }\n',
        ),
        message: 'missing',
        fixed: resource(
          'apps/v1',
          'StatefulSet',
          'spec:\n  selector: { matchLabels: { app: scorer } }\n  template:\n    metadata: { labels: { name: scorer, app: scorer } }\n    spec: { containers: [{ name: a }] }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'Deployment',
          'spec:\n  selector: { matchLabels: { app: scorer } }\n  template:\n    metadata: { labels: { app: scorer, tier: web } }\n    spec: { containers: [{ name: a }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'Deployment',
          'spec:\n  selector: { matchLabels: { app: scorer } }\n  template:\n    metadata: { labels: { app: "${APP}" } }\n    spec: { containers: [{ name: a }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'apps/v1',
          'Deployment',
          'spec:\n  selector: { matchLabels: { app: "${APP}" } }\n  template:\n    metadata: { labels: { app: scorer } }\n    spec: { containers: [{ name: a }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('apps/v1', 'Deployment', 'spec:\n  selector: { matchLabels: { app: scorer } }\n'),
      },
    ],
  },
});
