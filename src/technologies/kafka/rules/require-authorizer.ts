import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';
import { listenersOf } from '../listeners';
import { rolesOf } from '../replicas';

const key = 'authorizer.class.name';
const standard = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';

export default defineRule({
  id: 'kafka/require-authorizer',
  catalogue: ['kafka-no-authorizer'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Users have to log in, and may then do everything.',
  why: 'Without an authorizer the broker checks no access list: each user reads every topic, writes labels and predictions of others, and deletes topics.',
  remedy: `Set \`${key}=${standard}\` on brokers and controllers, with \`super.users\`.`,
  references: [
    brokerSetting(key),
    {
      title: 'Kafka security: authorization and ACLs',
      url: 'https://kafka.apache.org/documentation/#security_authz',
    },
  ],
  messages: { none: 'Users are authenticated, but no authorizer checks what they may do.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const authorizer = at.text(key);
    const empty = authorizer.is === 'known' && authorizer.value.trim() === '';
    if (authorizer.is !== 'absent' && !empty) return;
    const listeners = listenersOf(at, 'listeners') ?? [];
    const login = listeners.find(({ protocol }) => protocol === 'SASL_SSL' || protocol === 'SASL_PLAINTEXT');
    if (!login) return;
    // The authorizer of ZooKeeper's time is another class.
    const fix = rolesOf(at) && at.fix('review', 'Add the standard authorizer', at.set([key], standard));
    yield { message: 'none', span: login.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=«SASL_SSL://:9093»,SSL://:9094\nnode.id=1\n',
        fixed:
          'process.roles=broker\nlisteners=SASL_SSL://:9093,SSL://:9094\nnode.id=1\nauthorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n',
      },
      {
        path: 'server.properties',
        text: 'broker.id=1\nlog.dirs=/data\nlisteners=«SASL_PLAINTEXT://:9093»\nauthorizer.class.name=\ninter.broker.listener.name=SASL_PLAINTEXT\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=SASL_SSL://:9093\nauthorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nlisteners=PLAINTEXT://:9092,SSL://:9093\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlisteners=SASL_SSL://:9093\nauthorizer.class.name=${CLASS}\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_LISTENERS: SASL_SSL://:9093\n',
      },
    ],
  },
});
