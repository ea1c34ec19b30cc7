import { forbiddenValue } from '../../../shapes/forbidden-value';

export default forbiddenValue({
  id: 'kafka/no-access-without-acl',
  catalogue: ['kafka-no-authorizer'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Whatever has no access list is open to every user.',
  why: 'A new topic is readable and writable by all until someone thinks of its list. What is forgotten is open instead of closed.',
  remedy: 'Leave `allow.everyone.if.no.acl.found` at its default, `false`.',
  references: [
    {
      title: 'Kafka security: authorization and ACLs',
      url: 'https://kafka.apache.org/documentation/#security_authz',
    },
  ],
  views: ['kafka/broker-config'],
  key: ['allow.everyone.if.no.acl.found'],
  forbidden: ['true'],
  message: 'Every user may use whatever has no access list.',
  mend: { set: false, title: 'Set allow.everyone.if.no.acl.found to false', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nallow.everyone.if.no.acl.found=«true»\nnode.id=1\n',
        fixed: 'process.roles=broker\nallow.everyone.if.no.acl.found=false\nnode.id=1\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND: «"true"» # for now\n',
        fixed:
          'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND: "false" # for now\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nallow.everyone.if.no.acl.found=false\n' },
      { path: 'server.properties', text: 'process.roles=broker\nallow.everyone.if.no.acl.found=${OPEN}\n' },
    ],
  },
});
