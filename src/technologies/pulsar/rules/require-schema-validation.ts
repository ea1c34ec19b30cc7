import { forbiddenValue } from '../../../shapes/forbidden-value';
import { schemas } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/require-schema-validation',
  catalogue: ['pulsar-schema-not-enforced'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Producers without a schema may write to topics that have one.',
  why: 'One script that sends plain bytes puts records into the topic that no consumer can read.',
  remedy: 'Set `isSchemaValidationEnforced=true`.',
  references: [schemas],
  views: ['pulsar/broker-config'],
  key: ['isSchemaValidationEnforced'],
  forbidden: ['false'],
  message: 'Producers without a schema may write to topics with one.',
  mend: { set: true, title: 'Enforce schemas', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('isSchemaValidationEnforced=«false»\n'),
        fixed: broker('isSchemaValidationEnforced=true\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('isSchemaValidationEnforced=true\n') },
      { path: 'broker.conf', text: broker('isSchemaValidationEnforced=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
