import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { capabilityName, removeItem } from '../containers';
import { pod, predictor } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-dangerous-capability',
  catalogue: ['dangerous-capability-added'],
  equivalents: [
    'polaris:dangerousCapabilities',
    'trivy:KSV-0119',
    'trivy:KSV-0120',
    'kubescape:insecure-capabilities',
    'sonar:CapabilitiesCheck',
    'kyverno:disallow-capabilities',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A container gets a capability that reaches beyond it.',
  why: "With such a capability a process reads other processes' memory, loads kernel modules, changes the node's network or its clock.",
  remedy: 'Remove it, and give the container only what it was seen to need. RDMA needs `IPC_LOCK` alone.',
  references: [baseline],
  messages: { added: 'Capability {capability} reaches beyond the container.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['securityContext', 'capabilities', 'add'] }],
  *check(at): Iterable<Report> {
    for (const item of at.items()) {
      const text = item.text();
      if (text.is !== 'known' || !dangerous.has(capabilityName(text.value))) continue;
      const fix = at.fix('review', `Remove ${text.value}`, removeItem(at, item));
      yield { message: 'added', data: { capability: text.value }, span: text.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: [«SYS_PTRACE», IPC_LOCK] } }\n'),
        fixed: pod('- name: scorer\n  securityContext: { capabilities: { add: [IPC_LOCK] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: predictor(
          'model:\n  securityContext:\n    capabilities:\n      add:\n        - IPC_LOCK\n        - «cap_net_admin» # tc\n',
        ),
        fixed: predictor('model:\n  securityContext:\n    capabilities:\n      add:\n        - IPC_LOCK\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: [KILL, «NET_RAW»] } }\n'),
        fixed: pod('- name: scorer\n  securityContext: { capabilities: { add: [KILL] } }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { capabilities: { drop: [SYS_PTRACE], add: [IPC_LOCK, NET_BIND_SERVICE] } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: ["${CAPABILITY}"] } }\n'),
      },
    ],
  },
});

// SYS_ADMIN and ALL have a rule of their own. Linux: capabilities(7).
const dangerous = new Set([
  'AUDIT_CONTROL',
  'BPF',
  'DAC_READ_SEARCH',
  'LINUX_IMMUTABLE',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'NET_ADMIN',
  'NET_RAW',
  'PERFMON',
  'SYSLOG',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
]);
