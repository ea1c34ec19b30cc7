import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { textsOf } from '../containers';
import { pod } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/no-added-capability',
  catalogue: ['dangerous-capability-added'],
  equivalents: ['checkov:CKV_K8S_25', 'kics:containers_with_added_capabilities'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container gets a capability beyond the usual ones.',
  why: "Each capability is a part of root's power; the ones that the runtime gives are more than most programs need.",
  remedy: 'Remove it unless the program was seen to fail without it.',
  references: [restricted],
  messages: { added: 'The container is given the capability {capability}.' },
  fix: { none: 'Whether the program works without it is known only to its author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['securityContext', 'capabilities', 'add'] }],
  *check(at): Iterable<Report> {
    const first = at.items()[0];
    const names = textsOf(at.list());
    if (first && names) yield { message: 'added', data: { capability: names.join(', ') }, span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { capabilities: { «add»: [NET_BIND_SERVICE, KILL], drop: [ALL] } }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: [], drop: [ALL] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { add: ["${CAPABILITY}"] } }\n'),
      },
    ],
  },
});
