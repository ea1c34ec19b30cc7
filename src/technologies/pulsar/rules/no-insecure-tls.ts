import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { tls } from '../documentation';
import { broker } from '../example-text';

const client = (lines: string, url = 'pulsar+ssl://broker:6651'): string =>
  `webServiceUrl=https://broker:8443\nbrokerServiceUrl=${url}\n${lines}`;

export default defineRule({
  id: 'pulsar/no-insecure-tls',
  catalogue: ['pulsar-tls-insecure'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'Certificates are not checked.',
  why: 'Anyone between client and broker can show a certificate of their own, read messages and take tokens.',
  remedy:
    'Set `tlsAllowInsecureConnection=false`, turn the check of the host name on, and give the trusted certificates.',
  references: [tls],
  messages: {
    any: '{key} accepts any certificate.',
    host: '{key} is off: a valid certificate of any other host is accepted.',
  },
  fix: 'review',
  looksAt: [
    { view: 'pulsar/broker-config', path: [] },
    { view: 'pulsar/client', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const key of ['tlsAllowInsecureConnection', 'brokerClientTlsAllowInsecureConnection']) {
      const open = at.boolean(key);
      if (open.is !== 'known' || !open.value) continue;
      yield { message: 'any', data: { key }, span: open.span, fix: mend(at, key, false) };
    }
    const key = 'tlsEnableHostnameVerification';
    const checked = at.boolean(key);
    if (checked.is !== 'known' || checked.value || !usesTls(at)) return;
    yield { message: 'host', data: { key }, span: checked.span, fix: mend(at, key, true) };
  },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('tlsAllowInsecureConnection=«true»\ntlsCertificateFilePath=/c\n'),
        message: 'any',
        fixed: broker('tlsAllowInsecureConnection=false\ntlsCertificateFilePath=/c\n'),
      },
      {
        path: 'client.conf',
        text: client('tlsAllowInsecureConnection=«TRUE»\n'),
        message: 'any',
        fixed: client('tlsAllowInsecureConnection=false\n'),
      },
      {
        path: 'broker.conf',
        text: broker('brokerClientTlsAllowInsecureConnection=«true»\n'),
        message: 'any',
        fixed: broker('brokerClientTlsAllowInsecureConnection=false\n'),
      },
      {
        path: 'client.conf',
        text: client('tlsEnableHostnameVerification=«false»\n'),
        message: 'host',
        fixed: client('tlsEnableHostnameVerification=true\n'),
      },
    ],
    good: [
      {
        path: 'client.conf',
        text: client('tlsAllowInsecureConnection=false\ntlsEnableHostnameVerification=true\n'),
      },
      { path: 'client.conf', text: client('tlsEnableHostnameVerification=false\n', 'pulsar://broker:6650') },
      { path: 'client.conf', text: client('tlsAllowInsecureConnection=${INSECURE}\n') },
    ],
  },
});

function usesTls(at: NodeView): boolean {
  const url = at.text('brokerServiceUrl');
  return url.is === 'known' && url.value.startsWith('pulsar+ssl:');
}

function mend(at: NodeView, key: string, value: boolean): Report['fix'] {
  return at.fix('review', `Set ${key} to ${value}`, at.set([key], value));
}
