import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { capabilityName } from '../containers';
import { pod } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-capability-beyond-baseline',
  catalogue: ['dangerous-capability-added'],
  equivalents: [
    'trivy:KSV-0022',
    'trivy:KSV-0106',
    'kyverno:disallow-capabilities',
    'gatekeeper:capabilities',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container gets a capability that the baseline standard does not allow.',
  why: 'A namespace that enforces the baseline level of the Pod Security Standards refuses the pod.',
  remedy: 'Remove the capability, or give the namespace the level `privileged`.',
  references: [baseline],
  messages: { added: 'Capability {capability} is not allowed by the baseline standard.' },
  fix: { none: 'Whether the program works without it is known only to its author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['securityContext', 'capabilities', 'add'] }],
  *check(at): Iterable<Report> {
    for (const item of at.items()) {
      const text = item.text();
      if (text.is !== 'known' || allowed.has(capabilityName(text.value))) continue;
      yield { message: 'added', data: { capability: text.value }, span: text.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: [«IPC_LOCK», KILL] } }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { capabilities: { add: [CAP_KILL, NET_BIND_SERVICE] } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { capabilities: { add: ["${CAPABILITY}"], drop: [IPC_LOCK] } }\n',
        ),
      },
    ],
  },
});

const allowed = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
