import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { service } from '../example-text';

const mlflow = (more: string): string =>
  service(
    `model:\n  modelFormat: { name: mlflow }\n${more}  storageUri: gs://models/fraud/v3 # by training\n`,
  );

export default defineRule({
  id: 'kserve/require-v2-for-mlflow',
  catalogue: ['kserve-mlflow-needs-v2'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'An MLflow model is served by the V2 protocol only, and V1 is the default.',
  why: 'Of the runtimes that KServe ships only kserve-mlserver takes MLflow models, and it speaks V2 alone. Without `protocolVersion` KServe looks for a V1 runtime, finds none, and the service never gets ready.',
  remedy: 'Write `protocolVersion: v2`, or name a `runtime` of your own.',
  references: [
    {
      title: 'KServe 0.20: kserve-mlserver',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/config/runtimes/kserve-mlserver.yaml',
    },
    {
      title: 'KServe 0.20: GetProtocol and GetSupportingRuntimes',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/predictor_model.go',
    },
  ],
  messages: {
    missing: 'No runtime takes MLflow models by the default protocol V1; protocolVersion is missing.',
    other: 'No runtime takes MLflow models by protocol "{value}".',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/model', path: [] }],
  *check(at): Iterable<Report> {
    const format = at.text('modelFormat', 'name');
    if (format.is !== 'known' || format.value !== 'mlflow' || at.get('runtime').is !== 'absent') return;
    const protocol = at.text('protocolVersion');
    const fix = at.fix('review', 'Set protocolVersion to v2', at.set(['protocolVersion'], 'v2'));
    if (protocol.is === 'absent') yield { message: 'missing', span: format.span, fix };
    if (protocol.is === 'known' && protocol.value !== 'v2') {
      yield { message: 'other', data: { value: protocol.value }, span: protocol.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: mlflow('').replace('name: mlflow', 'name: «mlflow»'),
        message: 'missing',
        fixed: mlflow('') + '    protocolVersion: v2\n'.replace('    ', '      '),
      },
      {
        path: 'isvc.yaml',
        text: mlflow('  protocolVersion: «v1» # as our clients\n'),
        message: 'other',
        fixed: mlflow('  protocolVersion: v2 # as our clients\n'),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: mlflow('  protocolVersion: v2\n') },
      { path: 'isvc.yaml', text: mlflow('  runtime: our-mlflow\n') },
      { path: 'isvc.yaml', text: mlflow('  protocolVersion: ${PROTOCOL}\n') },
      { path: 'isvc.yaml', text: mlflow('').replace('mlflow', 'sklearn') },
    ],
  },
});
