import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { consumerSetting, librdkafkaSettings } from '../documentation';
import { isLoopback } from '../listeners';

const key = 'security.protocol';

export default defineRule({
  id: 'kafka/no-plaintext-client',
  catalogue: ['kafka-client-plaintext'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'A client talks to remote brokers without encryption.',
  why: 'Records, and with SASL/PLAIN the password, can be read by whoever sees the traffic.',
  remedy: 'Set `security.protocol=SASL_SSL` or `SSL`, and the port of that listener.',
  references: [consumerSetting(key), librdkafkaSettings],
  messages: {
    plain: 'Traffic to the brokers is not encrypted ({value}).',
    unset: 'Traffic to the brokers is not encrypted: the default of security.protocol is PLAINTEXT.',
  },
  fix: { none: 'The brokers’ listener and its certificates are not in the file.' },
  looksAt: [{ view: 'kafka/client-config', path: [] }],
  *check(at): Iterable<Report> {
    const servers = bootstrap(at);
    if (servers === 'local') return;
    const protocol = at.text(key);
    if (protocol.is === 'known' && /^(?:sasl_)?plaintext$/i.test(protocol.value.trim())) {
      yield { message: 'plain', data: { value: protocol.value }, span: protocol.span };
    }
    if (protocol.is === 'absent' && servers === 'remote')
      yield { message: 'unset', span: anchorOf(at) ?? protocol.anchor };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nacks=all\nsecurity.protocol=«SASL_PLAINTEXT»\nlinger.ms=5\n',
        message: 'plain',
      },
      {
        path: 'producer.properties',
        text: 'acks=all\n«bootstrap.servers»=localhost:9092,kafka-2:9092\n',
        message: 'unset',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "${KAFKA}", "security.protocol": «"plaintext"», "acks": "all"}\n',
        message: 'plain',
      },
      {
        path: 'client.json',
        text: '{«"metadata.broker.list"»: "kafka:9092", "acks": "all"}\n',
        message: 'unset',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    bootstrap-servers: kafka:9092\n    security:\n      protocol: «PLAINTEXT» # inside\n',
        message: 'plain',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nsecurity.protocol=SASL_SSL\n',
      },
      { path: 'producer.properties', text: 'bootstrap.servers=localhost:9092\nacks=all\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=127.0.0.1:9092\nacks=all\nsecurity.protocol=PLAINTEXT\n',
      },
      { path: 'producer.properties', text: 'bootstrap.servers=${BROKERS}\nacks=all\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nsecurity.protocol=${PROTOCOL}\n',
      },
      { path: 'application.yml', text: 'spring:\n  kafka:\n    bootstrap-servers: kafka:9092\n' },
    ],
  },
});

/** Where the brokers are that the client is told to reach. */
function bootstrap(at: NodeView): 'local' | 'remote' | undefined {
  for (const name of bootstrapKeys) {
    const servers = at.text(name);
    if (servers.is !== 'known') continue;
    const hosts = servers.value.split(',').map((server) =>
      server
        .trim()
        .replace(/^\w+:\/\//, '')
        .replace(/:\d+$/, ''),
    );
    return hosts.every(isLoopback) ? 'local' : 'remote';
  }
  return undefined;
}

const bootstrapKeys = ['bootstrap.servers', 'metadata.broker.list'];

function anchorOf(at: NodeView): Report['span'] | undefined {
  return bootstrapKeys.map((name) => at.at(name)).find((view) => view !== undefined)?.anchor;
}
