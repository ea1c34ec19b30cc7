import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';

const key = 'security.inter.broker.protocol';

export default defineRule({
  id: 'kafka/no-both-inter-broker-settings',
  catalogue: ['kafka-both-interbroker-keys'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The listener between brokers is set in two ways at once.',
  why: 'The broker refuses to start: only one of `inter.broker.listener.name` and `security.inter.broker.protocol` may be set.',
  remedy: 'Keep `inter.broker.listener.name`.',
  references: [brokerSetting(key), brokerSetting('inter.broker.listener.name')],
  messages: { both: 'The broker will not start: inter.broker.listener.name is set too.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const protocol = at.get(key);
    if (protocol.is !== 'known' || !at.has('inter.broker.listener.name')) return;
    yield {
      message: 'both',
      span: protocol.value.anchor,
      fix: at.fix('review', `Remove ${key}`, at.remove(key)),
    };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\ninter.broker.listener.name=SSL\n«security.inter.broker.protocol»=SSL\nlisteners=SSL://:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=CONTROLLER:SSL,SSL:SSL\n',
        fixed:
          'process.roles=broker\ninter.broker.listener.name=SSL\nlisteners=SSL://:9093\ncontroller.listener.names=CONTROLLER\nlistener.security.protocol.map=CONTROLLER:SSL,SSL:SSL\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\ninter.broker.listener.name=PLAINTEXT\n' },
      { path: 'server.properties', text: 'process.roles=broker\nsecurity.inter.broker.protocol=PLAINTEXT\n' },
    ],
  },
});
