import { versionedLocation } from '../../../shapes/model-location';
import { languageModel, model, service } from '../example-text';

export default versionedLocation({
  id: 'kserve/no-unpinned-model',
  catalogue: ['kserve-storage-uri-unpinned'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The location of the model names no version.',
  why: 'The storage initializer fetches the model at every start of a pod. When the content of the location changes, a restart or a scale-up serves another model than its neighbours, and a rollback of this file brings nothing back.',
  remedy: 'Write each version to a path of its own, such as `gs://models/fraud/v3`, and name that path.',
  references: [
    {
      title: 'KServe: storage and the storage initializer',
      url: 'https://kserve.github.io/website/docs/model-serving/storage/overview',
    },
  ],
  looksAt: [{ view: 'kserve/model-uri', path: [] }],
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model('«gs://models/fraud/latest» # follows training')),
        message: 'moving',
      },
      { path: 'isvc.yaml', text: service(model('«s3://models/Production/fraud/v3»')), message: 'moving' },
      {
        path: 'isvc.yaml',
        text: service(model('«gs://models/fraud»')),
        message: 'unversioned',
        severity: 'info',
      },
      { path: 'isvc.yaml', text: service(model('«s3://models»')), message: 'unversioned', severity: 'info' },
      {
        path: 'isvc.yaml',
        text: service('xgboost:\n  storageUri: «https://models.example.com/fraud/model.json»\n'),
        message: 'unversioned',
        severity: 'info',
      },
      {
        path: 'isvc.yaml',
        text: service(
          `storageUris: [{ uri: «gs://models/adapter/current», mountPath: /mnt/models/a }]\nmodel: { modelFormat: { name: onnx } }\n`,
        ),
        message: 'moving',
      },
      {
        path: 'llm.yaml',
        text: languageModel('model:\n  uri: «s3://models/llama/live» # ours\n'),
        message: 'moving',
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model('gs://models/fraud/v3')) },
      { path: 'isvc.yaml', text: service(model('gs://models/fraud/3/model.joblib')) },
      { path: 'isvc.yaml', text: service(model('gs://models/fraud/1.2.0')) },
      { path: 'isvc.yaml', text: service(model('s3://models/fraud-2.1/')) },
      { path: 'isvc.yaml', text: service(model('s3://models/fraud/2026-11-23')) },
      {
        path: 'isvc.yaml',
        text: service(model('s3://models/fraud/27dcfa74d334bc871f3234de431e71c6eeba5dd6')),
      },
      {
        path: 'isvc.yaml',
        text: service(model('https://models.example.com/fraud/run_12/model.onnx?download=1')),
      },
      { path: 'isvc.yaml', text: service(model('https://models.example.com/fraud/model-v3.tar.gz')) },
      { path: 'isvc.yaml', text: service(model('pvc://claim/latest')) },
      { path: 'isvc.yaml', text: service(model('hf://org/model')) },
      { path: 'isvc.yaml', text: service(model('gs://models/fraud/${VERSION}')) },
    ],
  },
});
