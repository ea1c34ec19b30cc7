import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';
import { acksKeys, demandsIdempotence, isWeakAcks } from '../producer-settings';

export default defineRule({
  id: 'kafka/no-weak-acks',
  catalogue: ['kafka-producer-acks-weak'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A write counts as done before the replicas have it.',
  why: 'With `acks=1` the record is lost when the leader fails before a follower copied it; with `acks=0` it is lost whenever anything fails, and the producer never learns of it. Both also turn idempotence off in silence, so that retries may duplicate and reorder.',
  remedy: 'Set `acks=all`, the default, and `min.insync.replicas=2` on the topic.',
  references: [producerSetting('acks'), librdkafkaSettings],
  messages: {
    none: 'Records are lost unnoticed: the producer waits for no acknowledgement.',
    leader: 'Records are lost when the leader fails: one acknowledgement is enough for the producer.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    // There it is worse: the client does not start.
    if (demandsIdempotence(at)) return;
    for (const key of acksKeys) {
      const acks = at.text(key);
      if (!isWeakAcks(acks)) continue;
      const fix = at.fix('review', 'Set acks to all', at.set([key], 'all'));
      yield { message: acks.value.trim() === '0' ? 'none' : 'leader', span: acks.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=«1»\nlinger.ms=5\n',
        message: 'leader',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\nlinger.ms=5\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=«0»\n',
        message: 'none',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\n',
      },
      {
        path: 'client.json',
        text: '{ "metadata.broker.list": "kafka:9093", "request.required.acks": «1», "linger.ms": 5 }\n',
        message: 'leader',
        fixed: '{ "metadata.broker.list": "kafka:9093", "request.required.acks": "all", "linger.ms": 5 }\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      acks: «0» # metrics only\n',
        message: 'none',
        fixed: 'spring:\n  kafka:\n    producer:\n      acks: all # metrics only\n',
      },
    ],
    good: [
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nacks=all\n' },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nacks=-1\n' },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nacks=${ACKS}\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=1\nenable.idempotence=true\n',
      },
      { path: 'application.yml', text: 'spring:\n  kafka:\n    producer:\n      client-id: scorer\n' },
    ],
  },
});
