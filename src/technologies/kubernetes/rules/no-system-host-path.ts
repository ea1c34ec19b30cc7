import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { hostPath } from '../sources';

export default defineRule({
  id: 'kubernetes/no-system-host-path',
  catalogue: ['host-path-mount'],
  equivalents: [
    'kube-linter:sensitive-host-mounts',
    'trivy:KSV-0121',
    'kics:workload_mounting_with_sensitive_os_directory',
    'sonar:MountingFileSystemPathsCheck',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: "A pod mounts a folder of its node's system.",
  why: "With the node's `/etc`, `/proc` or root in reach a process reads its credentials or changes what it starts: the pod owns the node.",
  remedy: 'Mount the one file that is needed, read-only, or ask for it through the API.',
  references: [hostPath],
  messages: { system: '"{path}" belongs to the node\'s system.' },
  fix: { none: 'What the program needs there is known only to its author.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['volumes', '*', 'hostPath', 'path'] }],
  *check(at): Iterable<Report> {
    const path = at.text();
    if (path.is !== 'known' || !systemFolder.test(path.value)) return;
    yield { message: 'system', data: { path: path.value }, span: path.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: agent\n',
          'volumes:\n  - name: root\n    hostPath: { path: «/», type: Directory }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes:\n  - name: etc\n    hostPath: { path: «/etc/» }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: agent\n',
          'volumes:\n  - name: kubelet\n    hostPath: { path: «/var/lib/kubelet» }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes:\n  - name: time\n    hostPath: { path: /etc/localtime }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes:\n  - name: data\n    hostPath: { path: /mnt/etc }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes:\n  - name: data\n    hostPath: { path: "${FOLDER}" }\n'),
      },
    ],
  },
});

const systemFolder =
  /^\/(?:(?:bin|boot|dev|etc|etc\/kubernetes|lib|lib64|proc|root|run|sbin|sys|usr|var|var\/lib|var\/lib\/(?:docker|etcd|kubelet)|var\/run)\/?)?$/;
