import { forbiddenValue } from '../../../shapes/forbidden-value';
import { schemas } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-schema-auto-update',
  catalogue: ['pulsar-schema-auto-update'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Producers change the schema of a topic by connecting.',
  why: 'A new version of a program changes what everyone reads, without a review.',
  remedy: 'Set `isAllowAutoUpdateSchemaEnabled=false` and upload schemas in the release.',
  references: [schemas],
  views: ['pulsar/broker-config'],
  key: ['isAllowAutoUpdateSchemaEnabled'],
  forbidden: ['true'],
  message: 'A producer changes the schema of a topic by connecting to it.',
  mend: { set: false, title: 'Update schemas by hand', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('isAllowAutoUpdateSchemaEnabled=«true»\n'),
        fixed: broker('isAllowAutoUpdateSchemaEnabled=false\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('isAllowAutoUpdateSchemaEnabled=false\n') },
      { path: 'broker.conf', text: broker('isAllowAutoUpdateSchemaEnabled=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
