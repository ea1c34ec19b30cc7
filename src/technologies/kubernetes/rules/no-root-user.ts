import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/no-root-user',
  catalogue: ['run-as-root'],
  equivalents: [
    'kube-linter:run-as-non-root',
    'polaris:runAsRootAllowed',
    'checkov:CKV_K8S_23',
    'trivy:KSV-0105',
    'kics:containers_running_as_root',
    'semgrep:run-as-non-root-unsafe-value',
    'kyverno:require-run-as-non-root-user',
    'gatekeeper:users',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The manifest itself asks for the user root.',
  why: 'A process that breaks out of its container as root is root on the node; files that it writes to shared volumes belong to root as well.',
  remedy: "Build the image with a user of its own, and set `runAsNonRoot: true` and that user's number.",
  references: [restricted],
  messages: { user: 'User 0 is root.', allowed: 'runAsNonRoot: false allows the user root.' },
  fix: { none: 'Which user the image is made for is known only to its author.' },
  looksAt: [
    { view: 'kubernetes/pod-spec', path: ['securityContext'] },
    { view: 'kubernetes/any-container', path: ['securityContext'] },
  ],
  *check(at): Iterable<Report> {
    const user = at.number('runAsUser');
    if (user.is === 'known' && user.value === 0) yield { message: 'user', span: user.span };
    const nonRoot = at.boolean('runAsNonRoot');
    const named = at.number('runAsUser');
    if (nonRoot.is !== 'known' || nonRoot.value || named.is === 'known') return;
    yield { message: 'allowed', span: nonRoot.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { runAsUser: «0», runAsGroup: 3000 }\n'),
        message: 'user',
      },
      {
        path: 'manifest.yaml',
        text: predictor('securityContext:\n  runAsUser: «0» # the image wants it\nmodel: {}\n'),
        message: 'user',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'securityContext:\n  runAsNonRoot: «false»\n'),
        message: 'allowed',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { runAsUser: 1000, runAsNonRoot: false }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: 1000 }\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { runAsGroup: 0, runAsNonRoot: true }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: "${UID}" }\n') },
    ],
  },
});
