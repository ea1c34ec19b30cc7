import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentGuide } from '../documentation';

export default defineRule({
  id: 'strimzi/require-authorization',
  catalogue: ['strimzi-no-authorization'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Users have to log in, and may then do everything.',
  why: 'Without `authorization` the lists of KafkaUser resources have no effect: each user reads every topic and writes labels and predictions of others.',
  remedy: 'Add `authorization: { type: simple }` beside the listeners.',
  references: [deploymentGuide('securing Kafka: authorization', 'con-securing-kafka-authorization-str')],
  messages: { none: 'Users log in over listener {name}, but nothing limits what they may do.' },
  fix: 'review',
  looksAt: [{ view: 'strimzi/kafka', path: ['spec', 'kafka'] }],
  *check(at): Iterable<Report> {
    const listeners = at.list('listeners');
    if (listeners.is !== 'known' || at.get('authorization').is !== 'absent') return;
    const login = listeners.value.find((listener) => listener.has('authentication'));
    const span = login?.at('authentication')?.anchor;
    if (!login || !span) return;
    const name = login.text('name');
    const fix = at.fix('review', 'Add simple authorization', at.set(['authorization'], { type: 'simple' }));
    yield { message: 'none', data: { name: name.is === 'known' ? name.value : '' }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: tls\n        «authentication»: # mutual TLS\n          type: tls\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: tls\n        authentication: # mutual TLS\n          type: tls\n    authorization:\n      type: simple\n',
      },
    ],
    good: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: tls\n        authentication:\n          type: tls\n    authorization:\n      type: simple\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: tls\n        tls: true\n',
      },
    ],
  },
});
