import { defineCrossRule } from '../../core';
import { isSlipOf } from '../names';

const service = (uri: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: ${uri} } } }\n`;
const bucket = (name: string): string =>
  `resource "google_storage_bucket" "models" {\n  name     = "${name}"\n  location = "EU"\n}\n`;
const script = (path: string): string =>
  `from ray import tune\ntuner = tune.Tuner(train, run_config=tune.RunConfig(storage_path=${path}))\n`;

/** Models or results are kept in a bucket that nobody declares, beside one of nearly that name. */
export default defineCrossRule({
  id: 'terraform/no-undeclared-bucket',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A bucket is used that is not declared, while one of nearly the same name is.',
  why: 'Names of buckets are shared by the whole world: the download fails, or it succeeds from a bucket that somebody else made under the misspelt name.',
  remedy: 'Write the name of the declared bucket in both places.',
  references: [
    {
      title: 'Cloud Storage: bucket names',
      url: 'https://cloud.google.com/storage/docs/buckets#naming',
    },
  ],
  messages: { slip: 'Bucket "{bucket}" is declared nowhere here; "{declared}" is.' },
  fix: { none: 'The name may be wrong in either file.' },
  from: 'bucket-use',
  to: 'bucket',
  within: 'workspace',
  fromKey: ({ name }) => name,
  toKey: ({ name }) => name,
  whenNone(from, buckets) {
    const near = buckets.find(
      ({ name, attributes }) =>
        isSlipOf(from.name, name) && attributes['provider'] === from.attributes['provider'],
    );
    return near && { message: 'slip', data: { bucket: from.name, declared: near.name }, related: [near] };
  },
  examples: {
    bad: [
      {
        files: {
          'serve.yaml': service('«gs://acme-fraud-model/scorer/v3»'),
          'main.tf': bucket('acme-fraud-models'),
        },
      },
      {
        files: { 'tune.py': script('«"gs://acme-frauddata/ray"»'), 'main.tf': bucket('acme-fraud-data') },
      },
    ],
    good: [
      {
        files: {
          'serve.yaml': service('gs://acme-fraud-models/scorer/v3'),
          'main.tf': bucket('acme-fraud-models'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://kserve-examples/scorer/v3'),
          'main.tf': bucket('acme-fraud-models'),
        },
      },
      {
        files: {
          'serve.yaml': service('s3://acme-fraud-model/scorer/v3'),
          'main.tf': bucket('acme-fraud-models'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://acme-fraud-model/scorer/v3'),
          'main.tf': bucket('${var.models}'),
        },
      },
      {
        files: {
          'serve.yaml': service('gs://acme-fraud-models-2/scorer/v3'),
          'main.tf': bucket('acme-fraud-models-1'),
        },
      },
    ],
  },
});
