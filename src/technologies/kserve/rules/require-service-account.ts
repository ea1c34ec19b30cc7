import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const service = (predictor: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec:\n  predictor:\n${predictor}`;
const model = (uri: string, more = ''): string =>
  service(`    model: { modelFormat: { name: sklearn }, storageUri: ${uri}${more} }\n`);

export default defineRule({
  id: 'kserve/require-service-account',
  catalogue: ['k8s-model-sa-default'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A model is fetched from a bucket with the namespace’s default service account.',
  why: 'Every pod of the namespace shares the default account, so whatever it may read, all of them may.',
  remedy: 'Make a service account that may read this bucket only, and name it in `serviceAccountName`.',
  references: [
    {
      title: 'KServe: storage credentials by service account',
      url: 'https://kserve.github.io/website/docs/model-serving/storage/providers/gcs',
    },
  ],
  messages: { default: 'The model in {scheme} is read with the default service account.' },
  fix: { none: 'The account has to be made first.' },
  looksAt: [{ view: 'kserve/inference-service', path: ['spec', 'predictor'] }],
  *check(at): Iterable<Report> {
    const uri = at.text('model', 'storageUri');
    const scheme = uri.is === 'known' ? /^(?:gs|s3):\/\//.exec(uri.value)?.[0] : undefined;
    if (uri.is !== 'known' || scheme === undefined) return;
    // Credentials by a storage secret need no account.
    const hasOther = at.has('model', 'storage');
    if (hasOther || at.get('serviceAccountName').is !== 'absent') return;
    yield { message: 'default', data: { scheme }, span: uri.span };
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: model('«gs://models/scorer/v3»') },
      { path: 'isvc.yaml', text: model('«s3://models/scorer/v3»', ', protocolVersion: v2') },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: service(
          '    serviceAccountName: scorer\n    model: { modelFormat: { name: sklearn }, storageUri: gs://m/v3 }\n',
        ),
      },
      { path: 'isvc.yaml', text: model('pvc://models/scorer') },
      { path: 'isvc.yaml', text: model('${MODEL}') },
      { path: 'isvc.yaml', text: model('gs://models/v3', ', storage: { key: a }') },
    ],
  },
});
