import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { capabilities, containerName } from '../containers';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/require-dropped-capabilities',
  catalogue: ['capabilities-not-dropped'],
  equivalents: [
    'polaris:insecureCapabilities',
    'checkov:CKV_K8S_37',
    'trivy:KSV-0003',
    'trivy:KSV-0106',
    'kics:no_drop_capabilities_for_containers',
    'kyverno:drop-all-capabilities',
    'kyverno:disallow-capabilities-strict',
    'gatekeeper:capabilities',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container keeps capabilities that it does not need.',
  why: 'The runtime gives every container about a dozen rights of root, such as changing owners of files and sending raw packets.',
  remedy: 'Drop `ALL`, and add back the one that is needed.',
  references: [restricted],
  messages: { kept: 'Container "{container}" does not drop all capabilities.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const drop = at.get('securityContext', 'capabilities', 'drop');
    const dropped = capabilities(at, 'drop');
    if (drop.is === 'unknown' || drop.is === 'invalid' || !dropped || dropsAll(dropped)) return;
    const span = drop.is === 'known' ? drop.value.anchor : drop.anchor;
    const key = ['securityContext', 'capabilities', 'drop'];
    const fix =
      drop.is === 'absent' ? at.fix('review', 'Drop all capabilities', at.set(key, ['ALL'])) : undefined;
    yield { message: 'kept', data: { container: containerName(at) }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- «name»: scorer\n  tty: true\n'),
        fixed: pod(
          '- name: scorer\n  tty: true\n  securityContext:\n    capabilities:\n      drop:\n        - ALL\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { capabilities: { «drop»: [NET_RAW] }, runAsUser: 1 }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: [all] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { capabilities: { drop: [AUDIT_WRITE, chown, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, NET_RAW, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT] } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: ["${DROP}"] } }\n'),
      },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});

/** What runtimes give by default; all of them dropped by name is as good as ALL. */
const given = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

function dropsAll(dropped: readonly string[]): boolean {
  return dropped.includes('ALL') || given.every((capability) => dropped.includes(capability));
}
