import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { security } from '../example-text';

const policy = (spec: string): string => security('PeerAuthentication', spec);
const ports = 'portLevelMtls: { "8080": { mode: STRICT } }\n';

export default defineRule({
  id: 'istio/require-selector-for-port-mtls',
  catalogue: ['istio-portlevel-needs-selector'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Modes of single ports need a selector.',
  why: 'The API server refuses the policy: ports belong to workloads, and without `selector.matchLabels` the policy is for a whole namespace.',
  remedy: 'Add `selector.matchLabels` for the workload, or give the mode for all ports in `mtls`.',
  references: [
    {
      title: 'Istio: PeerAuthentication',
      url: 'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
    },
  ],
  messages: { selector: 'The API server refuses portLevelMtls without labels in the selector.' },
  fix: { none: 'Which workload is meant is known to the author.' },
  looksAt: [{ view: 'istio/peer-authentication', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const modes = at.at('portLevelMtls');
    const labels = at.get('selector', 'matchLabels');
    if (!modes || modes.isUnknown()) return;
    const empty =
      labels.is === 'known' && labels.value.node?.type === 'map' && labels.value.entries().length === 0;
    if (labels.is === 'absent' || empty) yield { message: 'selector', span: modes.anchor };
  },
  examples: {
    bad: [
      { path: 'mtls.yaml', text: policy(ports.replace('portLevelMtls', '«portLevelMtls»')) },
      {
        path: 'mtls.yaml',
        text: policy(`selector: { matchLabels: {} }\n${ports.replace('portLevelMtls', '«portLevelMtls»')}`),
      },
    ],
    good: [
      { path: 'mtls.yaml', text: policy(`selector: { matchLabels: { app: scorer } }\n${ports}`) },
      { path: 'mtls.yaml', text: policy('mtls: { mode: STRICT }\n') },
      {
        path: 'mtls.yaml',
        text: policy('selector: ${SELECTOR}\nportLevelMtls: { "8080": { mode: STRICT } }\n'),
      },
    ],
  },
});
