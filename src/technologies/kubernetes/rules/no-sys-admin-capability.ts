import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { capabilityName, removeItem } from '../containers';
import { pod, predictor } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-sys-admin-capability',
  catalogue: ['dangerous-capability-added'],
  equivalents: [
    'checkov:CKV_K8S_39',
    'trivy:KSV-0005',
    'kics:containers_with_sys_admin_capabilities',
    'polaris:dangerousCapabilities',
    'kubescape:insecure-capabilities',
    'kubescape:rule-privileged-container',
    'sonar:CapabilitiesCheck',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A container gets the capability SYS_ADMIN.',
  why: '`SYS_ADMIN` mounts file systems and loads programs into the kernel; it is root on the node under another name.',
  remedy: 'Remove it. FUSE mounts of buckets need a CSI driver instead.',
  references: [baseline],
  messages: { added: '{capability} makes the container as good as root on its node.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['securityContext', 'capabilities', 'add'] }],
  *check(at): Iterable<Report> {
    for (const item of at.items()) {
      const text = item.text();
      if (text.is !== 'known' || !['SYS_ADMIN', 'ALL'].includes(capabilityName(text.value))) continue;
      const fix = at.fix('review', `Remove ${text.value}`, removeItem(at, item));
      yield { message: 'added', data: { capability: text.value }, span: text.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: [«SYS_ADMIN», IPC_LOCK] } }\n'),
        fixed: pod('- name: scorer\n  securityContext: { capabilities: { add: [IPC_LOCK] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: predictor(
          'model:\n  securityContext:\n    capabilities:\n      add:\n        - IPC_LOCK\n        - «CAP_SYS_ADMIN» # fuse\n',
        ),
        fixed: predictor('model:\n  securityContext:\n    capabilities:\n      add:\n        - IPC_LOCK\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: [KILL, «all»] } }\n'),
        fixed: pod('- name: scorer\n  securityContext: { capabilities: { add: [KILL] } }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: [ALL], add: [IPC_LOCK] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: ["${CAPABILITY}"] } }\n'),
      },
    ],
  },
});
