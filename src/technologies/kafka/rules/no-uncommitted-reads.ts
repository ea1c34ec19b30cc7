import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { consumerSetting } from '../documentation';

const key = 'isolation.level';
const springKey = ['spring.kafka.consumer.isolation-level', 'spring.kafka.consumer.isolationLevel'];
const prefixKey = [
  'spring.kafka.producer.transaction-id-prefix',
  'spring.kafka.producer.transactionIdPrefix',
];

export default defineRule({
  id: 'kafka/no-uncommitted-reads',
  catalogue: ['kafka-read-uncommitted-with-txn'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An application that writes transactions reads what others have aborted.',
  why: 'Records of an aborted transaction stay in the topic. A consumer that is not told to skip them makes features and training rows of what never happened.',
  remedy: 'Set `isolation-level: read-committed` (`isolation.level=read_committed`).',
  references: [
    consumerSetting(key),
    {
      title: 'Spring for Apache Kafka: transactions',
      url: 'https://docs.spring.io/spring-kafka/reference/kafka/transactions.html',
    },
  ],
  messages: {
    set: 'The consumer reads records of aborted transactions.',
    unset:
      'The consumer reads records of aborted transactions: the default of isolation-level is read-uncommitted.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/spring', path: [] }],
  *check(at): Iterable<Report> {
    const prefix = prefixKey.map((path) => at.get(path)).find((value) => value.is === 'known');
    const consumer = at.get('spring.kafka.consumer');
    if (prefix?.is !== 'known' || at.has(`spring.kafka.consumer.properties.${key}`)) return;
    const levels = springKey.map((path) => at.text(path));
    for (const level of levels) {
      if (level.is !== 'known' || !/^read[-_]?uncommitted$/i.test(level.value.trim())) continue;
      const path = springKey[levels.indexOf(level)] ?? '';
      yield {
        message: 'set',
        span: level.span,
        fix: at.fix('review', 'Read committed records only', at.set([path], 'read-committed')),
      };
    }
    if (levels.some((level) => level.is !== 'absent') || consumer.is !== 'known') return;
    const fix = at.fix(
      'review',
      'Read committed records only',
      consumer.value.set(['isolation-level'], 'read-committed'),
    );
    yield { message: 'unset', span: consumer.value.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n    «consumer»:\n      group-id: scorer # reads events\n',
        message: 'unset',
        fixed:
          'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n    consumer:\n      group-id: scorer # reads events\n      isolation-level: read-committed\n',
      },
      {
        path: 'application.yml',
        text: 'spring.kafka:\n  producer:\n    transactionIdPrefix: scorer-\n  consumer:\n    isolationLevel: «READ_UNCOMMITTED» # default\n',
        message: 'set',
        fixed:
          'spring.kafka:\n  producer:\n    transactionIdPrefix: scorer-\n  consumer:\n    isolationLevel: read-committed # default\n',
      },
    ],
    good: [
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n    consumer:\n      isolation-level: read-committed\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n    consumer:\n      properties:\n        isolation.level: read_committed\n',
      },
      { path: 'application.yml', text: 'spring:\n  kafka:\n    consumer:\n      group-id: scorer\n' },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n    consumer:\n      isolation-level: ${ISOLATION}\n',
      },
    ],
  },
});
