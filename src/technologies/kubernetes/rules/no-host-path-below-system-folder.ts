import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { hostPath } from '../sources';

export default defineRule({
  id: 'kubernetes/no-host-path-below-system-folder',
  catalogue: ['host-path-mount'],
  equivalents: ['kics:workload_mounting_with_sensitive_os_directory'],
  severity: 'info',
  certainty: 'opinion',
  summary: "A pod mounts something out of its node's system folders.",
  why: "What lies below the node's system folders belongs to the node: its logs, its devices, its configuration.",
  remedy: 'Ask for it through the API, a device plugin or a log agent of the cluster.',
  references: [hostPath],
  messages: { below: '"{path}" lies in a system folder of the node.' },
  fix: { none: 'What the program needs there is known only to its author.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['volumes', '*', 'hostPath', 'path'] }],
  *check(at): Iterable<Report> {
    const path = at.text();
    if (path.is !== 'known' || !systemFolder.test(path.value)) return;
    yield { message: 'below', data: { path: path.value }, span: path.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: agent\n',
          'volumes: [{ name: a, hostPath: { path: «/etc/localtime», type: File } }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes: [{ name: a, hostPath: { path: «/», type: Directory } }]\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes: [{ name: a, hostPath: { path: /opt/etc } }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes: [{ name: a, hostPath: { path: /variable } }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: agent\n', 'volumes: [{ name: a, hostPath: { path: "${FOLDER}" } }]\n'),
      },
    ],
  },
});

const systemFolder =
  /^\/(?:$|(?:bin|boot|dev|etc|home|lib|lib64|media|proc|root|run|sbin|srv|sys|usr|var)(?:\/|$))/;
