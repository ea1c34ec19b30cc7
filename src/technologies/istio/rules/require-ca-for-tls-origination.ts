import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { networking } from '../example-text';

const rule = (tls: string): string =>
  networking('DestinationRule', `host: feast.example.com\ntrafficPolicy:\n  tls: ${tls}\n`);

export default defineRule({
  id: 'istio/require-ca-for-tls-origination',
  catalogue: ['istio-dr-tls-no-ca'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The certificate of a destination is checked against every public authority, or against none.',
  why: 'Without `caCertificates` older Istio does not check the certificate of the server at all, and newer one takes that of any authority that the proxy image trusts; `istioctl analyze` reports it as IST0128.',
  remedy: 'Name the file with the authorities in `caCertificates`, or use `credentialName`.',
  references: [
    { title: 'Istio: IST0128', url: 'https://istio.io/latest/docs/reference/config/analysis/ist0128/' },
    {
      title: 'Istio: DestinationRule, ClientTLSSettings',
      url: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings',
    },
  ],
  messages: { authority: 'TLS mode {mode} without caCertificates does not say who may sign for the server.' },
  fix: { none: 'Which authority signs is known to the author.' },
  looksAt: [{ view: 'istio/client-tls', path: [] }],
  *check(at): Iterable<Report> {
    const mode = at.text('mode');
    if (mode.is !== 'known' || !['SIMPLE', 'MUTUAL'].includes(mode.value)) return;
    if (at.get('caCertificates').is !== 'absent' || at.has('credentialName') || at.has('insecureSkipVerify'))
      return;
    yield { message: 'authority', data: { mode: mode.value }, span: mode.span };
  },
  examples: {
    bad: [
      { path: 'rule.yaml', text: rule('{ mode: «SIMPLE», sni: feast.example.com }') },
      {
        path: 'rule.yaml',
        text: networking(
          'DestinationRule',
          'host: feast.example.com\ntrafficPolicy:\n  portLevelSettings:\n    - port: { number: 443 }\n      tls: { mode: «MUTUAL», clientCertificate: /etc/c.pem, privateKey: /etc/k.pem } # feast\n',
        ),
      },
    ],
    good: [
      {
        path: 'rule.yaml',
        text: rule('{ mode: SIMPLE, caCertificates: /etc/ssl/certs/ca-certificates.crt }'),
      },
      { path: 'rule.yaml', text: rule('{ mode: SIMPLE, credentialName: feast-ca }') },
      { path: 'rule.yaml', text: rule('{ mode: SIMPLE, insecureSkipVerify: true }') },
      { path: 'rule.yaml', text: rule('{ mode: ISTIO_MUTUAL }') },
      { path: 'rule.yaml', text: rule('{ mode: "${TLS_MODE}" }') },
    ],
  },
});
