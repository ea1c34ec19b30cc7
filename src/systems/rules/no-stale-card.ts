import { defineCrossRule } from '../../core';
import { plainVersion } from '../names';

const service = (uri: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: ${uri} } } }\n`;
const card = (name: string, version: string): string =>
  `---\nlicense: mit\nversion: ${version}\nmodel-index:\n  - name: ${name}\n    results: []\n---\n\n# Scorer\n`;

/** The card of a model describes another version than the one that is served. */
export default defineCrossRule({
  id: 'model-card/no-stale-card',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The model card describes another version than the one that is served.',
  why: 'Figures, limits and training data of the card are those of another model: whoever relies on it relies on what is no longer there.',
  remedy: 'Write the card anew for the version that is served, in the change that serves it.',
  references: [{ title: 'Hugging Face: model cards', url: 'https://huggingface.co/docs/hub/model-cards' }],
  messages: { stale: 'Version {served} of {model} is served, but its card describes version {described}.' },
  fix: { none: 'The card has to be reviewed, not only rewritten.' },
  from: 'served-model',
  to: 'model-card',
  within: 'workspace',
  inBothFiles: true,
  fromKey: ({ name, attributes }) => attributes['model'] ?? name,
  toKey: ({ name }) => name,
  whenPair(from, to) {
    const served = plainVersion(from.attributes['version']);
    const described = plainVersion(to.attributes['version']);
    if (served === undefined || described === undefined || served === described) return undefined;
    // A card may count on its own: 1.2.0 says nothing of v3.
    if (served.split('.').length !== described.split('.').length) return undefined;
    return { message: 'stale', data: { model: to.name, served, described } };
  },
  examples: {
    bad: [
      {
        files: {
          'serve.yaml': service('«gs://models/fraud/v4»'),
          'MODEL_CARD.md': card('«fraud»', 'v3'),
        },
      },
      {
        files: {
          'serve.yaml': service('«gs://models/scorer/1.3.0/model.joblib»'),
          'docs/README.md': card('«scorer»', '1.2.0'),
        },
      },
    ],
    good: [
      {
        files: {
          'serve.yaml': service('gs://models/fraud/v4'),
          'MODEL_CARD.md': card('fraud', '"${VERSION}"'),
        },
      },
      { files: { 'serve.yaml': service('gs://models/fraud/v4'), 'MODEL_CARD.md': card('fraud', '4') } },
      { files: { 'serve.yaml': service('gs://models/fraud/v4'), 'MODEL_CARD.md': card('churn', 'v3') } },
      { files: { 'serve.yaml': service('gs://models/fraud/v4'), 'MODEL_CARD.md': card('fraud', '1.2.0') } },
      {
        files: {
          'serve.yaml': service('"gs://models/fraud/${VERSION}"'),
          'MODEL_CARD.md': card('fraud', 'v3'),
        },
      },
    ],
  },
});
