import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kraftOperations } from '../documentation';
import { rolesOf, votersOf } from '../replicas';

export default defineRule({
  id: 'kafka/no-combined-kraft-roles',
  catalogue: ['kafka-kraft-combined-mode'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  environment: 'replication',
  summary: 'A node is broker and controller at once.',
  why: 'The two cannot be scaled, upgraded or restarted apart, and a broker short of memory takes the metadata quorum down with it. Kafka advises against it for critical clusters.',
  remedy: 'Run three controllers with `process.roles=controller` beside the brokers.',
  references: [kraftOperations],
  messages: { combined: 'The node is broker and controller at once.' },
  fix: { none: 'Controllers of their own are further machines.' },
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const roles = rolesOf(at);
    const span = at.at('process.roles')?.span;
    if (!roles || !span || !roles.includes('broker') || !roles.includes('controller')) return;
    // A cluster of one node has no other choice.
    const voters = votersOf(at) ?? 1;
    if (voters < 2) return;
    yield { message: 'combined', span, ...(voters >= 3 && { severity: 'warning' }) };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=«controller, broker»\nnode.id=1\ncontroller.quorum.voters=1@a:9093,2@b:9093\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=«broker,controller»\ncontroller.quorum.bootstrap.servers=a:9093,b:9093,c:9093\n',
        severity: 'warning',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka-native:4.3.1\n    environment:\n      KAFKA_PROCESS_ROLES: «broker,controller» # small\n      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@a:9093,2@b:9093\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker,controller\ncontroller.quorum.bootstrap.servers=a:9093\n',
      },
      { path: 'server.properties', text: 'process.roles=broker,controller\nnode.id=1\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ncontroller.quorum.bootstrap.servers=a:9093,b:9093\n',
      },
      {
        path: 'controller.properties',
        text: 'process.roles=controller\ncontroller.quorum.bootstrap.servers=a:9093,b:9093\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=${ROLES}\ncontroller.quorum.bootstrap.servers=a:9093,b:9093\n',
      },
    ],
  },
});
