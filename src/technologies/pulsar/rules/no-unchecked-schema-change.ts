import { forbiddenValue } from '../../../shapes/forbidden-value';
import { schemas } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-unchecked-schema-change',
  catalogue: ['pulsar-schema-always-compatible'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Any change of a schema is accepted.',
  why: 'A renamed or retyped field reaches the consumers, and training data is read wrongly or not at all.',
  remedy: 'Use `FULL` or `BACKWARD`.',
  references: [schemas],
  views: ['pulsar/broker-config'],
  key: ['schemaCompatibilityStrategy'],
  forbidden: ['ALWAYS_COMPATIBLE'],
  message: 'With {value} no change of a schema is refused.',
  mend: { set: 'FULL', title: 'Demand full compatibility', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('schemaCompatibilityStrategy=«ALWAYS_COMPATIBLE»\n'),
        fixed: broker('schemaCompatibilityStrategy=FULL\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('schemaCompatibilityStrategy=FULL\n') },
      { path: 'broker.conf', text: broker('schemaCompatibilityStrategy=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
