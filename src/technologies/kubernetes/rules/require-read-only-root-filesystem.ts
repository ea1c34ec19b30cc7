import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName } from '../containers';
import { pod, predictor } from '../example-manifests';
import { securityContext } from '../sources';

export default defineRule({
  id: 'kubernetes/require-read-only-root-filesystem',
  catalogue: ['writable-root-filesystem'],
  equivalents: [
    'kube-linter:no-read-only-root-fs',
    'kube-score:container-security-context-readonlyrootfilesystem',
    'polaris:notReadOnlyRootFilesystem',
    'checkov:CKV_K8S_22',
    'trivy:KSV-0014',
    'kubescape:immutable-container-filesystem',
    'kics:root_container_not_mounted_as_read_only',
    'semgrep:writable-filesystem-container',
    'kyverno:require-ro-rootfs',
    'gatekeeper:read-only-root-filesystem',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container can change its own programs.',
  why: "Who gets into the process can put a tool into the image's file system and start it. Caches, such as that of Hugging Face, then need a volume.",
  remedy: 'Set `readOnlyRootFilesystem: true` and mount an `emptyDir` where the program writes.',
  references: [securityContext],
  messages: { writable: 'Container "{container}" can write to its root file system.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const key = ['securityContext', 'readOnlyRootFilesystem'];
    const readOnly = at.boolean(...key);
    if (readOnly.is === 'unknown' || readOnly.is === 'invalid' || (readOnly.is === 'known' && readOnly.value))
      return;
    const span = readOnly.is === 'known' ? readOnly.span : readOnly.anchor;
    const fix = at.fix('review', 'Set readOnlyRootFilesystem to true', at.set(key, true));
    yield { message: 'writable', data: { container: containerName(at) }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- «name»: scorer\n  tty: true\n'),
        fixed: pod('- name: scorer\n  tty: true\n  securityContext:\n    readOnlyRootFilesystem: true\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { readOnlyRootFilesystem: «false», runAsUser: 1 }\n'),
        fixed: pod('- name: scorer\n  securityContext: { readOnlyRootFilesystem: true, runAsUser: 1 }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { readOnlyRootFilesystem: true }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { readOnlyRootFilesystem: "${READ_ONLY}" }\n'),
      },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
