import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-unmasked-proc',
  catalogue: ['unsafe-proc-mount'],
  equivalents: [
    'kube-linter:unsafe-proc-mount',
    'polaris:procMount',
    'trivy:KSV-0027',
    'kics:container_runs_unmasked',
    'kyverno:disallow-proc-mount',
    'gatekeeper:proc-mount',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: "A container sees the kernel's files that are usually hidden.",
  why: 'Behind `/proc` stand switches of the whole node; masked, a container cannot touch them.',
  remedy: 'Remove `procMount`.',
  references: [baseline],
  messages: { unmasked: "procMount {value} opens the node's /proc to the container." },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['securityContext', 'procMount'] }],
  *check(at): Iterable<Report> {
    const mount = at.text();
    if (mount.is !== 'known' || mount.value === 'Default') return;
    yield {
      message: 'unmasked',
      data: { value: mount.value },
      span: mount.span,
      fix: at.fix('review', 'Remove procMount', at.remove()),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { procMount: «Unmasked», runAsUser: 1 }\n'),
        fixed: pod('- name: scorer\n  securityContext: { runAsUser: 1 }\n'),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { procMount: Default }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { procMount: "${MOUNT}" }\n') },
    ],
  },
});
