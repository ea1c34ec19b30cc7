import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { resourceReference } from '../documentation';

export default defineRule({
  id: 'strimzi/no-wildcard-acl',
  catalogue: ['strimzi-acl-wildcard'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'A user may do everything with every topic.',
  why: 'Whoever gets at this one secret can write predictions and labels of every model and delete the history that training needs.',
  remedy: 'Name the topics and groups, with `patternType: prefix` for a family of them, and the operations.',
  references: [resourceReference('AclRule')],
  messages: { all: 'The user may do everything with every {type}.' },
  fix: { none: 'Which topics the user needs is not in the file.' },
  looksAt: [{ view: 'strimzi/user', path: ['spec', 'authorization', 'acls', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('resource', 'name');
    const operations = at.list('operations');
    if (name.is !== 'known' || name.value !== '*' || operations.is !== 'known') return;
    if (isDenied(at) || !operations.value.some((operation) => isAll(operation))) return;
    const type = at.text('resource', 'type');
    yield { message: 'all', data: { type: type.is === 'known' ? type.value : 'resource' }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'user.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource: { type: topic, name: «"*"», patternType: literal }\n        operations: [Read, All]\n',
      },
    ],
    good: [
      {
        path: 'user.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource: { type: topic, name: "*" }\n        operations: [Read, Describe]\n',
      },
      {
        path: 'user.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource: { type: topic, name: feedback }\n        operations: [All]\n',
      },
      {
        path: 'user.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nspec:\n  authorization:\n    type: simple\n    acls:\n      - type: deny\n        resource: { type: topic, name: "*" }\n        operations: [All]\n',
      },
    ],
  },
});

function isDenied(at: NodeView): boolean {
  const type = at.text('type');
  return type.is === 'known' && type.value === 'deny';
}

function isAll(operation: NodeView): boolean {
  const text = operation.text();
  return text.is === 'known' && text.value === 'All';
}
