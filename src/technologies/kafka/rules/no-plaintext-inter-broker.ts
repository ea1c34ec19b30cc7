import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { brokerSetting } from '../documentation';
import { listenersOf } from '../listeners';
import type { Listener } from '../listeners';

export default defineRule({
  id: 'kafka/no-plaintext-inter-broker',
  catalogue: ['kafka-interbroker-plaintext'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'Brokers replicate in clear though a listener with TLS exists.',
  why: 'Clients are encrypted, but every record travels once more, in clear, to each replica.',
  remedy: 'Set `inter.broker.listener.name` to the listener with TLS.',
  references: [brokerSetting('security.inter.broker.protocol'), brokerSetting('inter.broker.listener.name')],
  messages: {
    set: 'Brokers replicate in clear over {name} though {secure} is there.',
    default: 'Brokers replicate in clear: security.inter.broker.protocol is PLAINTEXT by default.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const listeners = listenersOf(at, 'listeners') ?? [];
    const secure = listeners.find(({ protocol }) => protocol === 'SSL' || protocol === 'SASL_SSL');
    if (!secure) return;
    for (const key of ['security.inter.broker.protocol', 'inter.broker.listener.name']) {
      const value = at.text(key);
      if (value.is !== 'known' || !isPlain(value.value, listeners)) continue;
      const target = key.startsWith('security') ? secure.protocol : secure.name;
      const fix = at.fix('review', `Replicate over ${secure.name}`, at.set([key], target ?? secure.name));
      yield { message: 'set', data: { name: value.value, secure: secure.name }, span: value.span, fix };
    }
    const span = defaultSpan(at, listeners);
    if (span) yield { message: 'default', span, fix: defaultFix(at, secure) };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\nsecurity.inter.broker.protocol=«PLAINTEXT»\nnode.id=1\n',
        message: 'set',
        fixed:
          'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\nsecurity.inter.broker.protocol=SSL\nnode.id=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=INSIDE://:9092,CLIENTS://:9093\nlistener.security.protocol.map=INSIDE:SASL_PLAINTEXT,CLIENTS:SASL_SSL\ninter.broker.listener.name=«INSIDE»\n',
        message: 'set',
        fixed:
          'process.roles=broker\nlisteners=INSIDE://:9092,CLIENTS://:9093\nlistener.security.protocol.map=INSIDE:SASL_PLAINTEXT,CLIENTS:SASL_SSL\ninter.broker.listener.name=CLIENTS\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«listeners»=PLAINTEXT://:9092,SSL://:9093\n',
        message: 'default',
        fixed:
          'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\ninter.broker.listener.name=SSL\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092\nsecurity.inter.broker.protocol=PLAINTEXT\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\nsecurity.inter.broker.protocol=SSL\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\ninter.broker.listener.name=SSL\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=SSL://:9093\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\ninter.broker.listener.name=${NAME}\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_LISTENERS: PLAINTEXT://:9092,SSL://:9093\n',
      },
    ],
  },
});

function isPlain(name: string, listeners: readonly Listener[]): boolean {
  const wanted = name.trim().toUpperCase();
  const protocol = listeners.find((listener) => listener.name === wanted)?.protocol ?? wanted;
  return protocol === 'PLAINTEXT' || protocol === 'SASL_PLAINTEXT';
}

/** The key to underline when neither setting is there and the default finds a listener in clear. */
function defaultSpan(at: NodeView, listeners: readonly Listener[]): Span | undefined {
  if (at.get('security.inter.broker.protocol').is !== 'absent') return undefined;
  if (at.get('inter.broker.listener.name').is !== 'absent') return undefined;
  const plain = listeners.some(({ name, protocol }) => name === 'PLAINTEXT' && protocol === 'PLAINTEXT');
  return plain ? at.at('listeners')?.anchor : undefined;
}

function defaultFix(at: NodeView, secure: Listener): Report['fix'] {
  return at.fix(
    'review',
    `Replicate over ${secure.name}`,
    at.set(['inter.broker.listener.name'], secure.name),
  );
}
