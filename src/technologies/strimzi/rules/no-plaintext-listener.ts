import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resourceReference } from '../documentation';

export default defineRule({
  id: 'strimzi/no-plaintext-listener',
  catalogue: ['strimzi-plain-listener'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'A listener takes anyone, in clear.',
  why: 'Every pod of the cluster, and with a load balancer, node port or route everyone outside, may read and write all topics without a password, and see the traffic of others.',
  remedy: 'Set `tls: true` and `authentication`.',
  references: [resourceReference('GenericKafkaListener')],
  messages: {
    inside: 'Listener {name} is open to every pod, without encryption or login.',
    outside: 'Listener {name} is open to the outside ({type}), without encryption or login.',
  },
  fix: 'review',
  looksAt: [{ view: 'strimzi/kafka', path: ['spec', 'kafka', 'listeners', '*'] }],
  *check(at): Iterable<Report> {
    const tls = at.boolean('tls');
    const type = at.text('type');
    if (tls.is !== 'known' || tls.value || type.is !== 'known' || at.get('authentication').is !== 'absent')
      return;
    const name = at.text('name');
    const data = { name: name.is === 'known' ? name.value : '', type: type.value };
    const inside = type.value === 'internal' || type.value === 'cluster-ip';
    const fix = at.fix('review', 'Set tls to true', at.set(['tls'], true));
    yield { message: inside ? 'inside' : 'outside', data, span: tls.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - { name: plain, port: 9092, type: internal, tls: «false», configuration: {} }\n',
        message: 'inside',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - { name: plain, port: 9092, type: internal, tls: true, configuration: {} }\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: out\n        port: 9094\n        type: loadbalancer\n        tls: «false» # test\n',
        message: 'outside',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: out\n        port: 9094\n        type: loadbalancer\n        tls: true # test\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: ip\n        type: cluster-ip\n        tls: «false»\n',
        message: 'inside',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: ip\n        type: cluster-ip\n        tls: true\n',
      },
    ],
    good: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: tls\n        port: 9093\n        type: internal\n        tls: true\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: scram\n        port: 9092\n        type: internal\n        tls: false\n        authentication:\n          type: scram-sha-512\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - name: plain\n        port: 9092\n        type: internal\n        tls: {{ .Values.tls }}\n',
      },
    ],
  },
});
