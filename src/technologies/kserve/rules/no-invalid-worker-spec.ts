import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { annotationOf } from '../deployment-mode';
import { service } from '../example-text';

const none = 'serving.kserve.io/autoscalerClass: none\n';
const multiNode = (uri: string, worker: string, environment = ''): string =>
  service(
    `model:\n  modelFormat: { name: huggingface }\n  storageUri: ${uri}\n${environment}workerSpec: ${worker}\n`,
    none,
  );

export default defineRule({
  id: 'kserve/no-invalid-worker-spec',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A model over several nodes is set up in a way that the webhook refuses.',
  why: 'The workers of a model are one group of fixed size that reads the same files: the webhook refuses an autoscaler, a location that each node would fetch for itself, sizes below one and sizes in environment variables.',
  remedy:
    'Annotate the service with `serving.kserve.io/autoscalerClass: none`, keep the model on `pvc://` or `oci://`, and give the sizes in `workerSpec`.',
  references: [
    {
      title: 'KServe 0.20: validateMultiNodeVariables',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: {
    autoscaler: 'The webhook refuses a model over several nodes unless the autoscaler class is none.',
    location: 'The webhook refuses "{value}" for several nodes: it takes pvc and oci locations.',
    size: 'The webhook refuses {key} {value}; the least is 1.',
    environment: 'The webhook refuses the variable {name}; the size belongs to workerSpec.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: [] }],
  *check(at): Iterable<Report> {
    const predictor = at.at('spec', 'predictor');
    const worker = predictor?.at('workerSpec');
    if (!predictor || worker?.node?.type !== 'map') return;
    yield* badSizes(worker);
    const model = predictor.at('model');
    if (!model) return;
    yield* badAutoscaler(at, worker);
    const uri = model.text('storageUri');
    if (uri.is === 'known' && !/^(?:pvc|oci):\/\//.test(uri.value)) {
      yield { message: 'location', data: { value: uri.value }, span: uri.span };
    }
    for (const variable of model.at('env')?.items() ?? []) {
      const name = variable.text('name');
      if (name.is !== 'known' || !/^(?:PIPELINE|TENSOR)_PARALLEL_SIZE$/.test(name.value)) continue;
      yield { message: 'environment', data: { name: name.value }, span: name.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: multiNode('pvc://models/llm', '{ pipelineParallelSize: 2 }').replace(
          'none',
          '«hpa» # as the others',
        ),
        message: 'autoscaler',
        fixed: multiNode('pvc://models/llm', '{ pipelineParallelSize: 2 }').replace(
          'none',
          'none # as the others',
        ),
      },
      {
        path: 'isvc.yaml',
        text: multiNode('pvc://models/llm', '{}')
          .replace(`  annotations:\n    ${none}`, '')
          .replace('workerSpec', '«workerSpec»'),
        message: 'autoscaler',
        fixed: multiNode('pvc://models/llm', '{}'),
      },
      { path: 'isvc.yaml', text: multiNode('«hf://org/llm:v1»', '{}'), message: 'location' },
      {
        path: 'isvc.yaml',
        text: multiNode('pvc://models/llm', '{ tensorParallelSize: «0», pipelineParallelSize: 2 }'),
        message: 'size',
      },
      {
        path: 'isvc.yaml',
        text: multiNode('oci://registry/llm:v1', '{ pipelineParallelSize: «-1» }'),
        message: 'size',
      },
      {
        path: 'isvc.yaml',
        text: multiNode(
          'pvc://models/llm',
          '{}',
          '  env: [{ name: «PIPELINE_PARALLEL_SIZE», value: "2" }]\n',
        ),
        message: 'environment',
      },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: multiNode('pvc://models/llm', '{ pipelineParallelSize: 2, tensorParallelSize: 1 }'),
      },
      {
        path: 'isvc.yaml',
        text: multiNode('oci://registry/llm:v1', '{}', '  env: [{ name: HF_HOME, value: /tmp }]\n'),
      },
      { path: 'isvc.yaml', text: multiNode('pvc://models/llm', '{}').replace('none', '${CLASS}') },
      { path: 'isvc.yaml', text: multiNode('gs://models/llm', '').replace('none', 'hpa') },
    ],
  },
});

function* badSizes(worker: NodeView): Iterable<Report> {
  for (const key of ['pipelineParallelSize', 'tensorParallelSize']) {
    const size = worker.number(key);
    if (size.is === 'known' && size.value < 1)
      yield { message: 'size', data: { key, value: size.value }, span: size.span };
  }
}

function* badAutoscaler(service: NodeView, worker: NodeView): Iterable<Report> {
  const scaler = annotationOf(service, 'autoscalerClass');
  const isWrong = scaler.is === 'absent' || (scaler.is === 'known' && scaler.value !== 'none');
  if (!isWrong) return;
  const path = ['metadata', 'annotations', 'serving.kserve.io/autoscalerClass'];
  const fix = service.fix('review', 'Set the autoscaler class to none', service.set(path, 'none'));
  yield { message: 'autoscaler', span: scaler.is === 'known' ? scaler.span : worker.anchor, fix };
}
