import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentGuide } from '../documentation';

export default defineRule({
  id: 'strimzi/no-even-controllers',
  catalogue: ['kafka-even-quorum'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'The number of controllers is even.',
  why: 'A majority of four is three, as of five: the fourth controller may fail as little as with three, and adds one more that can. Of two, neither may fail.',
  remedy: 'Run three controllers.',
  references: [deploymentGuide('configuring node pools', 'config-node-pools-str')],
  messages: { even: '{replicas} controllers bear no more failures than {fewer} would.' },
  fix: 'review',
  looksAt: [{ view: 'strimzi/node-pool', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const roles = at.list('roles');
    const replicas = at.number('replicas');
    if (roles.is !== 'known' || replicas.is !== 'known' || replicas.value === 0 || replicas.value % 2 === 1)
      return;
    const names = roles.value.map((role) => role.text());
    if (names.length !== 1 || !names.every((name) => name.is === 'known' && name.value === 'controller'))
      return;
    const fix = at.fix('review', 'Run 3 controllers', at.set(['replicas'], 3));
    const data = { replicas: replicas.value, fewer: replicas.value - 1 };
    yield { message: 'even', data, span: replicas.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: «2» # two zones\n  roles: [controller]\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 3 # two zones\n  roles: [controller]\n',
      },
    ],
    good: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 2\n  roles: [{{ .Values.role }}]\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 3\n  roles: [controller]\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 0\n  roles: [controller]\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 4\n  roles: [broker]\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 4\n  roles: [controller, broker]\n',
      },
    ],
  },
});
