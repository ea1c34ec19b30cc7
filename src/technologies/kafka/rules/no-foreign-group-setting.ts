import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { consumerSetting, librdkafkaSettings } from '../documentation';
import { isLibrdkafka } from '../producer-settings';

const ofClassic = ['session.timeout.ms', 'heartbeat.interval.ms', 'partition.assignment.strategy'];

export default defineRule({
  id: 'kafka/no-foreign-group-setting',
  catalogue: ['kafka-new-protocol-ignored-keys'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A consumer sets what its group protocol leaves to the broker.',
  why: 'The client refuses to start: with `group.protocol=consumer` the broker owns sessions, heartbeats and assignment, and with the classic protocol it takes no assignor.',
  remedy: 'Delete the setting, or change the group protocol.',
  references: [consumerSetting('group.protocol'), librdkafkaSettings],
  messages: { foreign: 'The consumer will not start: {key} cannot be set with group.protocol={protocol}.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/consumer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const given = at.text('group.protocol');
    const protocol =
      given.is === 'known' ? given.value.trim().toLowerCase() : given.is === 'absent' ? 'classic' : '';
    // librdkafka ignores the assignor of the other protocol.
    const ofConsumer = isLibrdkafka(at) ? [] : ['group.remote.assignor'];
    const foreign = protocol === 'consumer' ? ofClassic : protocol === 'classic' ? ofConsumer : [];
    for (const key of foreign) {
      const setting = at.get(key);
      if (setting.is !== 'known') continue;
      const fix = at.fix('review', `Remove ${key}`, at.remove(key));
      yield { message: 'foreign', data: { key, protocol }, span: setting.value.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=CONSUMER\n«session.timeout.ms»=45000\nmax.poll.records=50\n',
        fixed: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=CONSUMER\nmax.poll.records=50\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\n«group.remote.assignor»=uniform\nmax.poll.records=50\n',
        fixed: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.records=50\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "group.protocol": "consumer", «"partition.assignment.strategy"»: "range"}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "group.protocol": "consumer"}\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=consumer\n«heartbeat.interval.ms»=3000\n',
        fixed: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=consumer\n',
      },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=45000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=classic\nheartbeat.interval.ms=3000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=consumer\ngroup.remote.assignor=uniform\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=${P}\nsession.timeout.ms=1\ngroup.remote.assignor=uniform\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "group.remote.assignor": "uniform"}\n',
      },
    ],
  },
});
