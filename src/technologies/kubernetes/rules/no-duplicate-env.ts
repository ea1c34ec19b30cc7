import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { removeItem } from '../containers';
import { pod, predictor } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-duplicate-env',
  catalogue: ['duplicate-env-var'],
  equivalents: [
    'kube-linter:duplicate-env-var',
    'kube-score:environment-variable-key-duplication',
    'kubescape:duplicate-env-var',
    'sonar:DuplicatedEnvironmentVariables',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'An environment variable is set twice in one container.',
  why: 'The last one wins without a word, and with server-side apply one of them is dropped: what the model server sees is not what the reader sees.',
  remedy: 'Keep the one that is meant.',
  references: [
    {
      title: 'Kubernetes: define environment variables for a container',
      url: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    },
  ],
  messages: { duplicate: 'Variable "{name}" is set again further down, where its value wins.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['env'] }],
  *check(at): Iterable<Report> {
    const last = new Map<string, NodeView>();
    for (const item of [...at.items()].reverse()) {
      const name = item.text('name');
      if (name.is !== 'known') continue;
      const later = last.get(name.value);
      if (!later) {
        last.set(name.value, item);
        continue;
      }
      const fix = at.fix('review', `Remove the first ${name.value}`, removeItem(at, item));
      const related = [{ message: 'This one wins.', span: later.anchor }];
      yield { message: 'duplicate', data: { name: name.value }, span: name.span, fix, related };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env:\n    - { name: «MODEL», value: a } # old\n    - { name: OTHER, value: a }\n    - { name: MODEL, value: b }\n',
        ),
        fixed: pod(
          '- name: scorer\n  env:\n    - { name: OTHER, value: a }\n    - { name: MODEL, value: b }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: predictor(
          'model:\n  env:\n    - name: «MODEL»\n      value: a\n    - name: MODEL\n      value: b\n',
        ),
        fixed: predictor('model:\n  env:\n    - name: MODEL\n      value: b\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env:\n    - { name: MODEL, value: a }\n    - { name: MODEL_B, value: a }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env:\n    - { name: "${NAME}", value: a }\n    - { name: "${NAME}", value: b }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: MODEL }]\n- name: other\n  env: [{ name: MODEL }]\n'),
      },
    ],
  },
});
