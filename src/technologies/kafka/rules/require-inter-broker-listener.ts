import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { brokerSetting } from '../documentation';
import { listenersOf } from '../listeners';
import type { Listener } from '../listeners';
import { rolesOf } from '../replicas';

const key = 'inter.broker.listener.name';

export default defineRule({
  id: 'kafka/require-inter-broker-listener',
  catalogue: ['kafka-interbroker-plaintext'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Brokers are not told over which of their listeners to talk to each other.',
  why: 'The broker refuses to start: without a setting it looks for a listener PLAINTEXT, and there is none.',
  remedy: 'Set `inter.broker.listener.name` to one of the listeners.',
  references: [brokerSetting(key), brokerSetting('security.inter.broker.protocol')],
  messages: {
    missing:
      'The broker will not start: inter.broker.listener.name is not set and no listener is named PLAINTEXT.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    if (!rolesOf(at)?.includes('broker')) return;
    if (at.get(key).is !== 'absent' || at.get('security.inter.broker.protocol').is !== 'absent') return;
    const source = at.has('advertised.listeners') ? 'advertised.listeners' : 'listeners';
    const listeners = brokerListeners(at, source);
    const place = at.at(source);
    if (!place || !listeners || listeners.length === 0 || listeners.some(({ name }) => name === 'PLAINTEXT'))
      return;
    const [only] = listeners;
    const fix =
      listeners.length > 1 || !only
        ? undefined
        : at.fix('review', `Replicate over ${only.name}`, at.set([key], only.name));
    yield { message: 'missing', span: place.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«listeners»=SSL://:9093\nnode.id=2\n',
        fixed: 'process.roles=broker\nlisteners=SSL://:9093\nnode.id=2\ninter.broker.listener.name=SSL\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«listeners»=SSL://:9093,SASL_SSL://:9094\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\n«advertised.listeners»=SSL://a:9093\n',
        fixed:
          'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\nadvertised.listeners=SSL://a:9093\ninter.broker.listener.name=SSL\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker,controller\n«listeners»=SSL://:9093,CONTROLLER://:9094\ncontroller.listener.names=CONTROLLER\n',
        fixed:
          'process.roles=broker,controller\nlisteners=SSL://:9093,CONTROLLER://:9094\ncontroller.listener.names=CONTROLLER\ninter.broker.listener.name=SSL\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=SSL://:9093\ninter.broker.listener.name=SSL\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=SSL://:9093\nsecurity.inter.broker.protocol=SSL\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=SSL://:9093\ninter.broker.listener.name=${NAME}\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nnode.id=2\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=${LISTENERS}\n' },
      { path: 'controller.properties', text: 'process.roles=controller\nlisteners=CONTROLLER://:9093\n' },
    ],
  },
});

/** The listeners that are not the controllers'; a file that leaves those unnamed cannot have them. */
function brokerListeners(at: NodeView, source: string): readonly Listener[] | undefined {
  const controllers = at.text('controller.listener.names');
  if (controllers.is === 'unknown') return undefined;
  const names =
    controllers.is === 'known' ? controllers.value.split(',').map((name) => name.trim().toUpperCase()) : [];
  return listenersOf(at, source)?.filter(({ name }) => !names.includes(name));
}
