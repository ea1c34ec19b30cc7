import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { wordsOf } from '../records';

export default defineRule({
  id: 'avro/no-untagged-personal-field',
  catalogue: ['avro-pii-field'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A field holds personal data and does not say so.',
  why: 'Nothing downstream masks, encrypts or deletes what is not marked: mail addresses and card numbers stay in topics, backups and training sets.',
  remedy: 'Leave the field out, or tag it: `"confluent:tags": ["PII"]` or `"pii": true`.',
  references: [
    {
      title: 'Confluent: tags in schemas',
      url: 'https://docs.confluent.io/platform/current/schema-registry/fundamentals/data-contracts.html',
    },
    { title: 'GDPR, article 5: data minimisation', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  ],
  options: {
    names: {
      type: 'string[]',
      default: ['email', 'ssn', 'phone', 'birthday', 'birthdate', 'iban', 'passport'],
      description: 'Words in names of fields that tell of personal data.',
    },
  },
  messages: { untagged: 'Field {name} holds personal data and has no tag.' },
  fix: 'review',
  looksAt: [{ view: 'avro/schema', path: ['fields', '*'] }],
  *check(at, { options }): Iterable<Report> {
    const name = at.text('name');
    if (name.is !== 'known' || isTagged(at)) return;
    // A flag about an address or its hash is not the address.
    if (/^(?:has|is)_|_(?:hash|hashed|verified|count|token)$/.test(wordsOf(name.value).join('_'))) return;
    const words = wordsOf(name.value);
    if (!options.list('names').some((wanted) => words.includes(wanted) || words.join('').includes(wanted)))
      return;
    const fix = at.fix('review', 'Tag the field as PII', at.set(['confluent:tags'], ['PII']));
    yield { message: 'untagged', data: { name: name.value }, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'customer.avsc',
        text: '{"type": "record", "name": "Customer", "fields": [{"name": «"email"», "type": "string"}]}\n',
        fixed:
          '{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string", "confluent:tags": ["PII"]}]}\n',
      },
      {
        path: 'customer.avsc',
        text: '{"type": "record", "name": "Customer", "fields": [{"name": «"birthDate"», "type": "string"}]}\n',
        fixed:
          '{"type": "record", "name": "Customer", "fields": [{"name": "birthDate", "type": "string", "confluent:tags": ["PII"]}]}\n',
      },
    ],
    good: [
      {
        path: 'customer.avsc',
        text: '{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string", "confluent:tags": ["PII"]}]}\n',
      },
      {
        path: 'customer.avsc',
        text: '{"type": "record", "name": "Customer", "fields": [{"name": "phone", "type": "string", "pii": true}]}\n',
      },
      {
        path: 'customer.avsc',
        text: '{"type": "record", "name": "Customer", "fields": [{"name": "email_hash", "type": "string"}, {"name": "hasPhone", "type": "boolean"}, {"name": "country", "type": "string"}]}\n',
      },
    ],
  },
});

function isTagged(at: NodeView): boolean {
  if (['confluent:tags', 'tags', 'classification'].some((key) => at.has(key))) return true;
  return known(at.boolean('pii')) === true || known(at.text('sensitivity')) !== undefined;
}
