import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { security } from '../example-text';

const policy = (spec: string): string => security('PeerAuthentication', spec);
const selector = 'selector: { matchLabels: { app: scorer } }\n';

export default defineRule({
  id: 'istio/require-strict-mtls',
  catalogue: ['istio-mtls-not-strict'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'The workload takes connections in plain text.',
  why: '`PERMISSIVE` and `DISABLE` let any pod, in the mesh or not, send features and read predictions in plain text; policies that name principals cannot tell who such a caller is.',
  remedy: 'Set the mode to `STRICT`. `PERMISSIVE` is for the days in which callers move into the mesh.',
  references: [
    {
      title: 'Istio: PeerAuthentication',
      url: 'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
    },
    {
      title: 'Istio: mutual TLS migration',
      url: 'https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/',
    },
  ],
  messages: { plain: 'Mode {mode} lets callers in without mutual TLS.' },
  fix: 'review',
  looksAt: [
    { view: 'istio/peer-authentication', path: ['spec', 'mtls', 'mode'] },
    { view: 'istio/peer-authentication', path: ['spec', 'portLevelMtls', '*', 'mode'] },
  ],
  *check(at): Iterable<Report> {
    const mode = at.text();
    if (mode.is !== 'known' || !['PERMISSIVE', 'DISABLE'].includes(mode.value)) return;
    const fix = at.fix('review', 'Set the mode to STRICT', at.set([], 'STRICT'));
    yield { message: 'plain', data: { mode: mode.value }, span: mode.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'mtls.yaml',
        text: policy('mtls:\n  mode: «PERMISSIVE» # for now\n'),
        fixed: policy('mtls:\n  mode: STRICT # for now\n'),
      },
      {
        path: 'mtls.yaml',
        text: policy(`${selector}portLevelMtls: { "8080": { mode: «DISABLE» } }\n`),
        fixed: policy(`${selector}portLevelMtls: { "8080": { mode: STRICT } }\n`),
      },
    ],
    good: [
      { path: 'mtls.yaml', text: policy('mtls: { mode: STRICT }\n') },
      { path: 'mtls.yaml', text: policy('mtls: { mode: UNSET }\n') },
      { path: 'mtls.yaml', text: policy('mtls: { mode: "${MTLS_MODE}" }\n') },
      { path: 'mtls.yaml', text: policy(selector) },
    ],
  },
});
