import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { hostPath } from '../sources';

export default defineRule({
  id: 'kubernetes/no-docker-socket',
  catalogue: ['docker-socket-mount'],
  equivalents: [
    'kube-linter:docker-sock',
    'checkov:CKV_K8S_27',
    'trivy:KSV-0006',
    'kubescape:containers-mounting-docker-socket',
    'kics:docker_daemon_socket_is_exposed_to_containers',
    'semgrep:exposing-docker-socket-hostpath',
    'sonar:DockerSocketCheck',
    'kyverno:disallow-container-sock-mounts',
    'kyverno:docker-socket-check',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: "A pod mounts the socket of the node's container runtime.",
  why: "Whoever can write to the socket starts a privileged container with the node's disk in it: the socket is root on the node.",
  remedy: 'Build images with BuildKit or Kaniko in a pod of their own, without the socket.',
  references: [hostPath],
  messages: { socket: '"{path}" is the container runtime\'s socket, which gives root on the node.' },
  fix: { none: 'What the container needs the socket for decides what takes its place.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['volumes', '*', 'hostPath', 'path'] }],
  *check(at): Iterable<Report> {
    const path = at.text();
    if (path.is !== 'known' || !runtimeSocket.test(path.value)) return;
    yield { message: 'socket', data: { path: path.value }, span: path.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: build\n',
          'volumes:\n  - name: docker\n    hostPath: { path: «/var/run/docker.sock», type: Socket }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: build\n',
          'volumes:\n  - name: docker\n    hostPath: { path: «/run/docker.sock» }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: build\n',
          'volumes:\n  - name: docker\n    hostPath: { path: «/run/containerd/containerd.sock/» }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: build\n',
          'volumes:\n  - name: docker\n    hostPath: { path: «/run/crio/crio.sock» }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: build\n',
          'volumes:\n  - name: docker\n    hostPath: { path: /run/docker.sock.d }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: build\n',
          'volumes:\n  - name: docker\n    hostPath: { path: /tmp/run/docker.sock }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: build\n', 'volumes:\n  - name: docker\n    hostPath: { path: "${SOCKET}" }\n'),
      },
    ],
  },
});

const runtimeSocket = /^\/(?:var\/)?run\/(?:docker|containerd\/containerd|crio\/crio|cri-dockerd)\.sock\/*$/;
