import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { brokerSetting } from '../documentation';
import { isLoopback, listenersOf } from '../listeners';
import { rolesOf } from '../replicas';

export default defineRule({
  id: 'kafka/no-plaintext-listener',
  catalogue: ['kafka-plaintext-listener'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'A broker listens without encryption on an address that others reach.',
  why: 'Whoever sees the traffic reads the records, and with SASL/PLAIN the passwords too; without authentication anyone may also write.',
  remedy: 'Use `SASL_SSL` or `SSL` for the listener, or bind it to localhost.',
  references: [brokerSetting('listeners'), brokerSetting('listener.security.protocol.map')],
  messages: {
    plain: 'Listener {name} is not encrypted ({protocol}).',
    default: 'Without listeners the broker listens unencrypted on all interfaces (PLAINTEXT://:9092).',
  },
  fix: { none: 'Encryption needs certificates that the file does not have.' },
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const listeners = at.get('listeners');
    if (listeners.is === 'absent' && rolesOf(at)?.includes('broker') && !at.has('advertised.listeners')) {
      yield { message: 'default', span: listeners.anchor };
    }
    const local = namesOnLoopback(at);
    for (const { name, host, protocol, span } of listenersOf(at, 'listeners') ?? []) {
      if (!isPlain(protocol) || isLoopback(host) || local.has(name)) continue;
      yield { message: 'plain', data: { name, protocol }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=SSL://:9093,«PLAINTEXT://:9092»,SASL_SSL://:9094\n',
        message: 'plain',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=«CLIENTS://0.0.0.0:9092»\nlistener.security.protocol.map=CLIENTS:SASL_PLAINTEXT\n',
        message: 'plain',
      },
      { path: 'server.properties', text: '«process.roles»=broker\nnode.id=1\n', message: 'default' },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: confluentinc/cp-kafka:8.1.0\n    environment:\n      - KAFKA_LISTENERS=«PLAINTEXT://kafka:9092» # inside\n',
        message: 'plain',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=SSL://:9093\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=PLAINTEXT://localhost:9092\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=PLAINTEXT://127.0.0.1:9092\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092\nadvertised.listeners=PLAINTEXT://localhost:9092\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092\nlistener.security.protocol.map=PLAINTEXT:SSL\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092\nlistener.security.protocol.map=${MAP}\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=${LISTENERS}\n' },
      { path: 'controller.properties', text: 'process.roles=controller\nnode.id=1\n' },
      { path: 'server.properties', text: 'process.roles=broker\nadvertised.listeners=SSL://a:9093\n' },
    ],
  },
});

/** Listeners that clients are told to reach on the machine itself. */
function namesOnLoopback(at: NodeView): ReadonlySet<string> {
  const advertised = listenersOf(at, 'advertised.listeners') ?? [];
  return new Set(advertised.filter(({ host }) => isLoopback(host)).map(({ name }) => name));
}

function isPlain(protocol: string | undefined): protocol is string {
  return protocol === 'PLAINTEXT' || protocol === 'SASL_PLAINTEXT';
}
