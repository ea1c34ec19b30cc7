import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { streamsSetting } from '../documentation';

const keys = [
  'deserialization.exception.handler',
  'default.deserialization.exception.handler',
  'processing.exception.handler',
];

export default defineRule({
  id: 'kafka/no-swallowed-records',
  catalogue: ['streams-log-and-continue'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A Streams application drops records that it cannot process.',
  why: 'A schema that changed upstream makes every record a poison record: all are dropped with a line in a log, and features silently grow old.',
  remedy:
    'Set `errors.dead.letter.queue.topic.name` (Kafka 4.2), use a handler that writes to a dead-letter topic, or fail.',
  references: [
    streamsSetting('deserialization.exception.handler'),
    {
      title: 'KIP-1034: dead letter queue in Kafka Streams',
      url: 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-1034%3A+Dead+letter+queue+in+Kafka+Streams',
    },
  ],
  messages: { swallowed: 'Records that cannot be processed are dropped with a line in the log.' },
  fix: { none: 'Whether to fail or where to put such records is the author’s to decide.' },
  looksAt: [{ view: 'kafka/streams-config', path: [] }],
  *check(at): Iterable<Report> {
    if (at.has('errors.dead.letter.queue.topic.name')) return;
    for (const key of keys) {
      const handler = at.text(key);
      if (handler.is !== 'known') continue;
      if (!/\.LogAndContinue(?:Processing)?ExceptionHandler\s*$/.test(handler.value)) continue;
      yield { message: 'swallowed', span: handler.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\ndefault.deserialization.exception.handler=«org.apache.kafka.streams.errors.LogAndContinueExceptionHandler»\nreplication.factor=3\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\nprocessing.exception.handler=«org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler»\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\ndeserialization.exception.handler=«org.apache.kafka.streams.errors.LogAndContinueExceptionHandler»\n',
      },
    ],
    good: [
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\ndeserialization.exception.handler=org.apache.kafka.streams.errors.LogAndFailExceptionHandler\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\ndeserialization.exception.handler=org.apache.kafka.streams.errors.LogAndContinueExceptionHandler\nerrors.dead.letter.queue.topic.name=features-dlq\n',
      },
      {
        path: 'streams.properties',
        text: 'application.id=features\nbootstrap.servers=kafka:9093\ndeserialization.exception.handler=com.example.${HANDLER}\n',
      },
    ],
  },
});
