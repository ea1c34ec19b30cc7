import { versionedLocation } from '../../../shapes/model-location';
import { resource } from '../example-text';

const model = (uri: string, more = ''): string =>
  resource('Model', `storageUri: ${uri}\nrequirements: [sklearn]\n${more}`);

export default versionedLocation({
  id: 'seldon/no-unpinned-model',
  catalogue: ['seldon-v2-model-unpinned'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The location of the model names no version.',
  why: 'The model is fetched whenever a replica loads it. When the content of the location changes, replicas serve different models, and a rollback of this file brings nothing back.',
  remedy:
    'Write each version to a path of its own and name that path, or set `artifactVersion` (Seldon Core 2).',
  references: [
    {
      title: 'Seldon Core 2: models',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v2/operator/apis/mlops/v1alpha1/model_types.go',
    },
  ],
  looksAt: [{ view: 'seldon/model', path: ['spec'] }],
  key: ['storageUri'],
  fixedElsewhere: (spec) => spec.has('artifactVersion'),
  examples: {
    bad: [
      { path: 'model.yaml', text: model('«gs://models/fraud/latest» # follows training'), message: 'moving' },
      { path: 'model.yaml', text: model('«gs://models/fraud»'), message: 'unversioned', severity: 'info' },
    ],
    good: [
      { path: 'model.yaml', text: model('gs://models/fraud/v3') },
      { path: 'model.yaml', text: model('gs://models/fraud', 'artifactVersion: 3\n') },
      { path: 'model.yaml', text: model('${MODEL_URI}') },
    ],
  },
});
