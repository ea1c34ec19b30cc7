import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { tls } from '../documentation';
import { broker } from '../example-text';

const ports = [
  { plain: 'brokerServicePort', secure: 'brokerServicePortTls' },
  { plain: 'webServicePort', secure: 'webServicePortTls' },
] as const;

export default defineRule({
  id: 'pulsar/require-tls-port',
  catalogue: ['pulsar-no-tls'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'A broker or proxy has no encrypted port.',
  why: 'Messages and tokens go over the network as they are: who listens reads both.',
  remedy:
    'Set `brokerServicePortTls=6651` and `webServicePortTls=8443` with a certificate, and leave the plain ports empty.',
  references: [tls],
  messages: { plain: '{plain} is open and {secure} is empty: nothing is encrypted there.' },
  fix: { none: 'Encryption needs a certificate that the file does not have.' },
  looksAt: [{ view: 'pulsar/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    for (const { plain, secure } of ports) {
      const open = at.text(plain);
      const closed = at.text(secure);
      if (open.is !== 'known' || open.value.trim() === '') continue;
      if (closed.is !== 'known' || closed.value.trim() !== '') continue;
      yield { message: 'plain', data: { plain, secure }, span: open.span };
    }
  },
  examples: {
    bad: [
      { path: 'broker.conf', text: 'clusterName=ml\nbrokerServicePort=«6650»\nbrokerServicePortTls=\n' },
      { path: 'broker.conf', text: broker('webServicePortTls=\nwebServicePort=«8080»\n') },
    ],
    good: [
      { path: 'broker.conf', text: broker('brokerServicePortTls=6651\n') },
      { path: 'broker.conf', text: 'clusterName=ml\nbrokerServicePort=\nbrokerServicePortTls=\n' },
      { path: 'broker.conf', text: broker('brokerServicePortTls=${PORT}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
