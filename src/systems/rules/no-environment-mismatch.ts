import { defineCrossRule, folderOf } from '../../core';

const model = (version: string): string =>
  `artifact_path: model\nflavors:\n  sklearn: { pickled_model: model.pkl }\nmlflow_version: ${version}\n`;

/** A logged model was written by another MLflow than its requirements install. */
export default defineCrossRule({
  id: 'mlflow/no-environment-mismatch',
  catalogue: ['mlmodel-env-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The requirements of a logged model pin another major version of MLflow than wrote it.',
  why: 'MLflow 3 changed how models are laid out and found: the server installs what is pinned and then cannot load the model beside it.',
  remedy: 'Pin the MLflow that logged the model, or log it anew.',
  references: [
    {
      title: 'MLflow 3: breaking changes',
      url: 'https://mlflow.org/docs/latest/genai/mlflow-3/breaking-changes/',
    },
  ],
  messages: { major: 'The model was logged by MLflow {logged}, its requirements pin {pinned}.' },
  fix: { none: 'Which of the two is right shows when the model is loaded.' },
  from: 'version',
  to: 'package',
  within: 'workspace',
  inBothFiles: true,
  fromKey: (fact) =>
    fact.attributes['where'] === 'mlflow_version' ? `${folderOf(fact.path)} ${fact.name}` : undefined,
  toKey: (fact) => `${folderOf(fact.path)} ${fact.name}`,
  whenPair(from, to) {
    const { version: logged = '' } = from.attributes;
    const { version: pinned = '' } = to.attributes;
    const [own, other] = [logged, pinned].map((version) => /^\d+(?=\.)/.exec(version)?.[0]);
    if (own === undefined || other === undefined || own === other) return undefined;
    return { message: 'major', data: { logged, pinned } };
  },
  examples: {
    bad: [
      {
        files: {
          'models/a/MLmodel': model('«2.10.0»'),
          'models/a/requirements.txt': '«mlflow»==3.18.0\nscikit-learn==1.9.1\n',
        },
      },
    ],
    good: [
      { files: { 'models/a/MLmodel': model('2.10.0'), 'models/b/c/requirements.txt': 'mlflow==3.18.0\n' } },
      { files: { 'models/a/MLmodel': model('2.10.0'), 'other/a/requirements.txt': 'mlflow==3.18.0\n' } },
      { files: { 'models/a/MLmodel': model('3.1.0'), 'models/a/requirements.txt': 'mlflow==3.18.0\n' } },
      { files: { 'models/a/MLmodel': model('2.10.0'), 'models/b/requirements.txt': 'mlflow==3.18.0\n' } },
      { files: { 'models/a/MLmodel': model('2.10.0'), 'models/a/requirements.txt': 'mlflow>=3\n' } },
      {
        files: { 'models/a/MLmodel': model('2.10.0'), 'models/a/requirements.txt': 'mlflow-export==3.1.0\n' },
      },
    ],
  },
});
