import { defineCrossRule } from '../../core';
import { plainVersion } from '../names';

const service = (uri: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: ${uri} } } }\n`;
const record = (name: string, version: string, registry = ''): string =>
  `apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: { name: ${name}, version: ${version} }\nspec: { ${registry}jurisdictions: [EU] }\n`;

/** The record of an AI system speaks of another version of the model than the one that is served. */
export default defineCrossRule({
  id: 'compliance/no-record-mismatch',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The compliance record speaks of another version than the one that is served.',
  why: 'What was assessed, tested and approved is not what decides about people: the record proves nothing about the model in service. Documentation check, not legal advice.',
  remedy: 'Review the record for the new version and write it there, in the change that serves it.',
  references: [
    {
      title: 'AI Act, Article 11: technical documentation is kept up to date',
      url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_11',
    },
  ],
  messages: {
    mismatch: 'Version {served} of {model} is served, but its record speaks of version {recorded}.',
  },
  fix: { none: 'The record has to be reviewed, not only rewritten.' },
  from: 'served-model',
  to: 'compliance-record',
  within: 'workspace',
  inBothFiles: true,
  fromKey: ({ name, attributes }) => attributes['model'] ?? name,
  toKey: ({ name, attributes }) => attributes['model'] ?? name,
  whenPair(from, to) {
    const served = plainVersion(from.attributes['version']);
    const recorded = plainVersion(to.attributes['version']);
    if (served === undefined || recorded === undefined || served === recorded) return undefined;
    // A record may count on its own: 1.2.0 says nothing of v3.
    if (served.split('.').length !== recorded.split('.').length) return undefined;
    return { message: 'mismatch', data: { model: from.attributes['model'] ?? from.name, served, recorded } };
  },
  examples: {
    bad: [
      {
        files: {
          'serve.yaml': service('«gs://models/fraud-scorer/v4»'),
          'compliance/ai-system.yaml': record('«fraud-scorer»', 'v3'),
        },
      },
      {
        files: {
          'serve.yaml': service('«"gs://models/fraud/4/model.joblib"»'),
          'compliance/ai-system.yaml': record(
            '«scoring»',
            '"3"',
            'model: { registry: "models:/fraud@champion" }, ',
          ),
        },
      },
    ],
    good: [
      {
        files: {
          'serve.yaml': service('gs://models/fraud-scorer/v4'),
          'compliance/ai-system.yaml': record('fraud-scorer', '"${VERSION}"'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://models/fraud-scorer/10.2'),
          'compliance/ai-system.yaml': record('fraud-scorer', '"3"'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://models/fraud-scorer/v4'),
          'compliance/ai-system.yaml': record('fraud-scorer', '"4"'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://models/churn/v4'),
          'compliance/ai-system.yaml': record('fraud-scorer', 'v3'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://models/fraud-scorer/v4'),
          'compliance/ai-system.yaml': record('fraud-scorer', '1.2.0'),
        },
      },
      {
        files: {
          'serve.yaml': service('"gs://models/fraud-scorer/${VERSION}"'),
          'compliance/ai-system.yaml': record('fraud-scorer', 'v3'),
        },
      },
    ],
  },
});
