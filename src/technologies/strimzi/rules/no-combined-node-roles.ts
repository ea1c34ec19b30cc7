import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentGuide } from '../documentation';

export default defineRule({
  id: 'strimzi/no-combined-node-roles',
  catalogue: ['kafka-kraft-combined-mode'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  environment: 'replication',
  summary: 'Nodes of a pool are brokers and controllers at once.',
  why: 'The two cannot be scaled, upgraded or restarted apart, and a broker short of memory takes the metadata quorum down with it.',
  remedy: 'Make two pools, one with `roles: [controller]` and three replicas.',
  references: [deploymentGuide('configuring node pools', 'config-node-pools-str')],
  messages: { combined: 'The pool’s nodes are brokers and controllers at once.' },
  fix: { none: 'A second pool is a resource of its own.' },
  looksAt: [{ view: 'strimzi/node-pool', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const roles = at.list('roles');
    const replicas = at.number('replicas');
    if (roles.is !== 'known' || roles.value.length < 2) return;
    if (replicas.is !== 'known' || replicas.value < 2) return;
    yield { message: 'combined', span: at.at('roles')?.anchor ?? roles.span };
  },
  examples: {
    bad: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 2\n  «roles»: [controller, broker]\n',
      },
    ],
    good: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 1\n  roles: [controller, broker]\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 3\n  roles: [broker]\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  roles: [controller, broker]\n',
      },
    ],
  },
});
