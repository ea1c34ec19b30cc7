import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resourceReference } from '../documentation';

const fields: Readonly<Record<string, string>> = {
  name: 'metadata.name',
  'connector.class': 'spec.class',
  'tasks.max': 'spec.tasksMax',
};

export default defineRule({
  id: 'strimzi/no-connector-reserved-setting',
  catalogue: ['strimzi-connector-forbidden-keys'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A connector’s configuration repeats what the resource has a field for.',
  why: 'The operator takes the field and not this line; whoever changes the line sees no effect.',
  remedy: 'Delete the line and set the field.',
  references: [resourceReference('KafkaConnectorSpec')],
  messages: { repeated: 'The operator ignores {key} here; the field is {field}.' },
  fix: 'review',
  looksAt: [{ view: 'strimzi/connector', path: ['spec', 'config'] }],
  *check(at): Iterable<Report> {
    for (const entry of at.entries()) {
      const field = fields[entry.key];
      if (field === undefined) continue;
      const fix = at.fix('review', `Remove ${entry.key}`, entry.remove());
      yield { message: 'repeated', data: { key: entry.key, field }, span: entry.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: a.B\n  config:\n    file: /a\n    «tasks.max»: 4 # more\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: a.B\n  config:\n    file: /a\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  config: { «connector.class»: a.B, file: /a }\n',
        fixed: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  config: { file: /a }\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  config:\n    «name»: a\n    file: /a\n',
        fixed: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  config:\n    file: /a\n',
      },
    ],
    good: [
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: a\nspec:\n  tasksMax: 4\n  config:\n    topics: a\n',
      },
    ],
  },
});
