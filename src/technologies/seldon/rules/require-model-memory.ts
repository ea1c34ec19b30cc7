import { requiredKey } from '../../../shapes/required-key';
import { resource } from '../example-text';

const model = (more: string): string => resource('Model', `storageUri: gs://models/scorer/v1\n${more}`);

export default requiredKey({
  id: 'seldon/require-model-memory',
  catalogue: ['seldon-v2-no-memory'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A model does not say how much memory it takes.',
  why: 'The scheduler packs models onto servers by their memory. One without counts nothing, so servers are filled beyond what they have and their models are evicted or killed.',
  remedy: 'Add `memory` with what the loaded model takes, such as `memory: 200Mi`.',
  references: [
    {
      title: 'Seldon Core 2: models and memory',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v2/operator/apis/mlops/v1alpha1/model_types.go',
    },
  ],
  looksAt: [{ view: 'seldon/model', path: ['spec'] }],
  key: ['memory'],
  message: 'The scheduler takes this model for one that needs no memory.',
  mend: { none: 'How much the model takes has to be measured.' },
  examples: {
    bad: [{ path: 'model.yaml', text: model('requirements: [sklearn] # 1.4\n').replace('spec', '«spec»') }],
    good: [
      { path: 'model.yaml', text: model('memory: 200Mi\n') },
      { path: 'model.yaml', text: model('memory: ${MEMORY}\n') },
    ],
  },
});
