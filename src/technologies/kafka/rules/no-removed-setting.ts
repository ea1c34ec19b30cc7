import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { upgradeNotes } from '../documentation';
import { removedFromBroker, removedFromClients } from '../removed-settings';

export default defineRule({
  id: 'kafka/no-removed-setting',
  catalogue: ['kafka-removed-in-4'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A setting that Kafka 4 no longer knows is ignored in silence.',
  why: 'The line has no effect any more; what it once ensured, a filter or a key for tokens, is now off without a word.',
  remedy: 'Use the name that took its place, or delete the line.',
  references: [
    upgradeNotes,
    { title: 'KIP-629: racially neutral terms', url: 'https://cwiki.apache.org/confluence/x/bQF4C' },
  ],
  messages: {
    renamed: '{key} was removed in Kafka 4.0; its name is {successor} now.',
    gone: '{key} was removed in Kafka 4.0 and has no effect.',
  },
  fix: 'review',
  migration: true,
  looksAt: [
    { view: 'kafka/broker-config', path: [] },
    { view: 'kafka/client-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const known = at.context.view.id === 'kafka/broker-config' ? removedFromBroker : removedFromClients;
    for (const entry of at.entries()) {
      if (!known.has(entry.key)) continue;
      const successor = known.get(entry.key);
      if (successor === undefined) {
        const fix = at.fix('review', `Remove ${entry.key}`, entry.remove());
        yield { message: 'gone', data: { key: entry.key }, span: entry.anchor, fix };
      } else {
        const fix = at.fix('review', `Rename it to ${successor}`, entry.rename([], successor));
        yield { message: 'renamed', data: { key: entry.key, successor }, span: entry.anchor, fix };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«delegation.token.master.key»=${file:/etc/kafka/secret:key}\nnode.id=1\n',
        message: 'renamed',
        fixed: 'process.roles=broker\ndelegation.token.secret.key=${file:/etc/kafka/secret:key}\nnode.id=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«log.message.format.version»=3.0\nnode.id=1\n',
        message: 'gone',
        fixed: 'process.roles=broker\nnode.id=1\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\n«auto.include.jmx.reporter»=true\n',
        message: 'gone',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      - KAFKA_NODE_ID=1\n      - «KAFKA_METRICS_JMX_BLACKLIST»=kafka.consumer.*\n',
        message: 'renamed',
        fixed:
          'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      - KAFKA_NODE_ID=1\n      - KAFKA_METRICS_JMX_EXCLUDE=kafka.consumer.*\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\ndelegation.token.secret.key=${file:/etc/kafka/secret:key}\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nmetrics.jmx.exclude=kafka.*\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nlog.message.format.version=3.0\n',
      },
    ],
  },
});
