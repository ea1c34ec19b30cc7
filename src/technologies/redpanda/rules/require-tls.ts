import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { encryption, readiness } from '../documentation';
import { node } from '../example-text';

const kafka = (address: string, tls = ''): string =>
  node(`kafka_api:\n  - name: outside\n    address: ${address}\n    port: 9092\n${tls}`);

export default defineRule({
  id: 'redpanda/require-tls',
  catalogue: ['redpanda-kafka-no-tls'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'A listener that others reach is not encrypted.',
  why: 'Records and passwords go over the network as they are.',
  remedy: 'Add `kafka_api_tls` or `admin_api_tls` with the same name, a key and a certificate.',
  references: [encryption, readiness],
  messages: { plain: '{listener} listens on {value} without TLS.' },
  fix: { none: 'Encryption needs certificates that the file does not have.' },
  looksAt: [{ view: 'redpanda/node-config', path: [] }],
  *check(at): Iterable<Report> {
    for (const { listener, secured } of pairs) {
      for (const each of at.at(listener)?.items() ?? []) {
        const address = each.text('address');
        if (address.is !== 'known' || /^(?:127\.0\.0\.1|localhost|::1)$/.test(address.value)) continue;
        if (isSecured(at, secured, known(each.text('name')) ?? '')) continue;
        yield { message: 'plain', data: { listener, value: address.value }, span: address.span };
      }
    }
  },
  examples: {
    bad: [
      { path: 'redpanda.yaml', text: kafka('«0.0.0.0» # all') },
      {
        path: 'redpanda.yaml',
        text: kafka('«10.0.0.4»', 'kafka_api_tls:\n  - { name: outside, enabled: false }\n'),
      },
      {
        path: 'redpanda.yaml',
        text: kafka('«10.0.0.4»', 'kafka_api_tls:\n  - { name: inside, enabled: true }\n'),
      },
      { path: 'redpanda.yaml', text: node('admin:\n  - { address: «0.0.0.0», port: 9644 }\n') },
    ],
    good: [
      {
        path: 'redpanda.yaml',
        text: kafka('0.0.0.0', 'kafka_api_tls:\n  - { name: outside, enabled: true }\n'),
      },
      {
        path: 'redpanda.yaml',
        text: kafka('0.0.0.0', 'kafka_api_tls:\n  - { name: outside, enabled: "${TLS}" }\n'),
      },
      { path: 'redpanda.yaml', text: kafka('0.0.0.0', 'kafka_api_tls: ${TLS}\n') },
      { path: 'redpanda.yaml', text: kafka('127.0.0.1') },
      { path: 'redpanda.yaml', text: kafka('"${ADDRESS}"') },
      {
        path: 'redpanda.yaml',
        text: node('admin:\n  - { address: 0.0.0.0, port: 9644 }\nadmin_api_tls:\n  - { enabled: true }\n'),
      },
    ],
  },
});

const pairs = [
  { listener: 'kafka_api', secured: 'kafka_api_tls' },
  { listener: 'admin', secured: 'admin_api_tls' },
] as const;

/** Whether TLS may be on for the listener of that name; what is filled in later may turn it on. */
function isSecured(config: NodeView, key: string, name: string): boolean {
  const settings = config.get(key);
  if (settings.is === 'absent') return false;
  if (settings.is !== 'known' || settings.value.isUnknown()) return true;
  return settings.value.items().some((each) => {
    const enabled = each.boolean('enabled');
    return (known(each.text('name')) ?? '') === name && !(enabled.is === 'known' && !enabled.value);
  });
}
