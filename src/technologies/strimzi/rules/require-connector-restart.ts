import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resourceReference } from '../documentation';

export default defineRule({
  id: 'strimzi/require-connector-restart',
  catalogue: ['strimzi-no-auto-restart'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A connector that fails stays down.',
  why: 'A task that lost its database for a minute is failed for ever; labels stop to arrive until somebody looks.',
  remedy: 'Add `autoRestart: { enabled: true }`.',
  references: [resourceReference('KafkaConnectorSpec'), resourceReference('AutoRestart')],
  messages: { never: 'A task that fails once stays failed.' },
  fix: 'review',
  looksAt: [{ view: 'strimzi/connector', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const enabled = at.boolean('autoRestart', 'enabled');
    const off = enabled.is === 'known' && !enabled.value;
    if (!off && at.get('autoRestart').is !== 'absent') return;
    const fix = at.fix('review', 'Restart failed tasks', at.set(['autoRestart', 'enabled'], true));
    yield { message: 'never', span: off ? enabled.span : at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\n«spec»: # sink\n  tasksMax: 1\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec: # sink\n  tasksMax: 1\n  autoRestart:\n    enabled: true\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  autoRestart: { enabled: «false», maxRestarts: 3 }\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  autoRestart: { enabled: true, maxRestarts: 3 }\n',
      },
    ],
    good: [
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  autoRestart:\n    enabled: true\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  autoRestart:\n    enabled: {{ .Values.restart }}\n',
      },
    ],
  },
});
