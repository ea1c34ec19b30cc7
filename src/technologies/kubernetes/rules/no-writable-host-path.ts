import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { isTrue } from '../containers';
import { pod } from '../example-manifests';
import { hostPath } from '../sources';

export default defineRule({
  id: 'kubernetes/no-writable-host-path',
  catalogue: ['host-path-mount'],
  equivalents: [
    'kube-linter:writable-host-mount',
    'kubescape:alert-rw-hostpath',
    'kics:volume_mount_with_os_directory_write_permissions',
    'kyverno:ensure-readonly-hostpath',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A container may write to a folder of its node.',
  why: 'What it writes there stays when the pod is gone, is read by other pods of the node, and may be started by the node itself.',
  remedy: 'Set `readOnly: true` on the mount, or use a PersistentVolumeClaim.',
  references: [hostPath],
  messages: { writable: 'Volume "{volume}" is a folder of the node, and the container may write to it.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['volumeMounts', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    if (name.is !== 'known' || isTrue(at.text('readOnly')) || at.text('readOnly').is === 'unknown') return;
    const volumes = at.outer?.list('volumes');
    if (volumes?.is !== 'known') return;
    const isHost = volumes.value.some(
      (volume) => known(volume.text('name')) === name.value && volume.has('hostPath'),
    );
    if (!isHost) return;
    const fix = at.fix('review', 'Mount the folder read-only', at.set(['readOnly'], true));
    yield { message: 'writable', data: { volume: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: train\n  volumeMounts: [{ name: «data», mountPath: /data }]\n',
          'volumes: [{ name: data, hostPath: { path: /mnt/data } }]\n',
        ),
        fixed: pod(
          '- name: train\n  volumeMounts: [{ name: data, mountPath: /data, readOnly: true }]\n',
          'volumes: [{ name: data, hostPath: { path: /mnt/data } }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: train\n  volumeMounts: [{ readOnly: false, name: «data» }]\n',
          'volumes: [{ name: data, hostPath: { path: /mnt/data } }]\n',
        ),
        fixed: pod(
          '- name: train\n  volumeMounts: [{ readOnly: true, name: data }]\n',
          'volumes: [{ name: data, hostPath: { path: /mnt/data } }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: train\n  volumeMounts: [{ name: data, readOnly: true }]\n',
          'volumes: [{ name: data, hostPath: { path: /mnt/data } }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: train\n  volumeMounts: [{ name: data }]\n',
          'volumes: [{ name: data, emptyDir: {} }, { name: other, hostPath: { path: /mnt } }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: train\n  volumeMounts: [{ name: data, readOnly: "${READ_ONLY}" }]\n',
          'volumes: [{ name: data, hostPath: { path: /mnt/data } }]\n',
        ),
      },
    ],
  },
});
