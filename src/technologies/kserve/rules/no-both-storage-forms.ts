import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { legacyFrameworks } from '../frameworks';
import { model, service } from '../example-text';

const several = 'storageUris:\n  - uri: gs://models/base/v1\n    mountPath: /mnt/models/base\n';

export default defineRule({
  id: 'kserve/no-both-storage-forms',
  catalogue: ['kserve-both-storage-uri-forms'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A component has both `storageUris` and `storageUri`.',
  why: 'The webhook refuses it: the storage initializer would not know which of the two to fetch.',
  remedy: 'Keep `storageUris` and list the other location there, or keep `storageUri` alone.',
  references: [
    {
      title: 'KServe 0.20: validateMultipleStorageURIs',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: { both: 'The webhook refuses storageUri beside storageUris.' },
  fix: { none: 'Only the author knows which location is meant.' },
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    const list = at.at('storageUris');
    if (!list || list.isUnknown()) return;
    for (const key of ['model', ...legacyFrameworks]) {
      const uri = at.get(key, 'storageUri');
      if (uri.is !== 'known') continue;
      const related = [{ message: 'storageUris stands here.', span: list.anchor }];
      yield { message: 'both', span: uri.value.anchor, related };
    }
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service(several + model().replace('storageUri', '«storageUri»')) },
      { path: 'isvc.yaml', text: service(`${several}sklearn: { «storageUri»: gs://models/scorer/v3 }\n`) },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`${several}model:\n  modelFormat: { name: sklearn }\n`) },
      { path: 'isvc.yaml', text: service(model()) },
    ],
  },
});
