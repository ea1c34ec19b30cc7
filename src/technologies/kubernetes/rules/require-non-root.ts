import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, securitySetting } from '../containers';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/require-non-root',
  catalogue: ['run-as-root'],
  equivalents: [
    'kube-linter:run-as-non-root',
    'polaris:runAsRootAllowed',
    'checkov:CKV_K8S_23',
    'trivy:KSV-0012',
    'kubescape:non-root-containers',
    'kics:containers_running_as_root',
    'semgrep:run-as-non-root',
    'semgrep:run-as-non-root-container-level',
    'semgrep:run-as-non-root-security-context-pod-level',
    'semgrep:run-as-non-root-container-level-missing-security-context',
    'kyverno:require-run-as-nonroot',
    'gatekeeper:users',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Nothing keeps a container from running as root.',
  why: 'Most images run as root unless told otherwise, many CUDA images among them; what breaks out of such a container is root on the node.',
  remedy: 'Set `runAsNonRoot: true`, for the pod or for each container, and a user in the image.',
  references: [restricted],
  messages: { missing: 'Container "{container}" may run as root.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const user = securitySetting(at, 'runAsUser');
    if (user.is !== 'absent') return;
    const nonRoot = securitySetting(at, 'runAsNonRoot');
    if (nonRoot.is !== 'absent') return;
    const fix = at.fix(
      'review',
      'Set runAsNonRoot to true',
      at.set(['securityContext', 'runAsNonRoot'], true),
    );
    yield { message: 'missing', data: { container: containerName(at) }, span: nonRoot.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- «name»: scorer\n  tty: true\n'),
        fixed: pod('- name: scorer\n  tty: true\n  securityContext:\n    runAsNonRoot: true\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  «securityContext»: { runAsGroup: 3000 }\n',
          'securityContext: { fsGroup: 2000 }\n',
        ),
        fixed: pod(
          '- name: scorer\n  securityContext: { runAsGroup: 3000, runAsNonRoot: true }\n',
          'securityContext: { fsGroup: 2000 }\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsNonRoot: true }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: 1000 }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'securityContext: { runAsUser: 1000 }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'securityContext: { runAsNonRoot: true }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: "${UID}" }\n') },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
