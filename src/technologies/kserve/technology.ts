import type { EnvironmentSign, Kind, Mount, NodeView, Technology } from '../../core';
import { legacyFrameworks } from './frameworks';
import { languageModelFacts, runtimeFacts, serviceFacts } from './service-facts';

const group = 'serving.kserve.io';

/** What the serving runtime and the webhook supply for a model container. */
const runtimeSupplied = [
  ['image'],
  ['name'],
  ['command'],
  ['args'],
  ['ports'],
  ['resources'],
  ['securityContext'],
  ['readinessProbe'],
  ['livenessProbe'],
  ['imagePullPolicy'],
];

const annotations: Mount = { at: ['metadata', 'annotations'], as: 'kserve/annotations', absence: 'partial' };

const components: readonly Mount[] = [
  { at: ['spec', 'predictor'], as: 'kserve/component' },
  { at: ['spec', 'transformer'], as: 'kserve/component' },
  { at: ['spec', 'explainer'], as: 'kserve/component' },
  { at: ['spec', 'canary', '*', 'predictor'], as: 'kserve/component' },
];

const inferenceService: Kind = {
  id: 'kserve/inference-service',
  title: 'KServe InferenceService',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['InferenceService'], versions: ['v1beta1'] },
  booleans: 'yaml-1.1',
  mounts: [annotations, ...components],
  isPartial: (root) => !hasImplementation(root),
  environment: replicasSign,
  facts: serviceFacts,
};

const inferenceGraph: Kind = {
  id: 'kserve/inference-graph',
  title: 'KServe InferenceGraph',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['InferenceGraph'] },
  booleans: 'yaml-1.1',
  isPartial: (root) => !root.has('spec', 'nodes'),
};

const servingRuntime: Kind = {
  id: 'kserve/serving-runtime',
  title: 'KServe ServingRuntime or ClusterServingRuntime',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['ServingRuntime', 'ClusterServingRuntime'] },
  booleans: 'yaml-1.1',
  mounts: [
    { at: ['spec'], as: 'kubernetes/pod-spec', absence: 'partial' },
    { at: ['spec', 'workerSpec'], as: 'kubernetes/pod-spec', absence: 'partial' },
  ],
  facts: runtimeFacts,
};

const trainedModel: Kind = {
  id: 'kserve/trained-model',
  title: 'KServe TrainedModel',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['TrainedModel'] },
  booleans: 'yaml-1.1',
  mounts: [{ at: ['spec', 'model', 'storageUri'], as: 'kserve/model-uri' }],
};

const languageModelService: Kind = {
  id: 'kserve/llm-inference-service',
  title: 'KServe LLMInferenceService',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['LLMInferenceService'] },
  booleans: 'yaml-1.1',
  mounts: [
    { at: ['spec', 'model', 'uri'], as: 'kserve/model-uri' },
    { at: ['spec'], as: 'kserve/llm-workload' },
    { at: ['spec', 'prefill'], as: 'kserve/llm-workload' },
  ],
  isPartial: (root) => !root.has('spec', 'model') || root.has('spec', 'baseRefs'),
  facts: languageModelFacts,
};

/** KServe: model serving on Kubernetes by custom resources. */
const technology: Technology = {
  slug: 'kserve',
  title: 'KServe',
  pattern: 'deployment',
  homepage: 'https://kserve.github.io/website/',
  kinds: [inferenceService, inferenceGraph, servingRuntime, trainedModel, languageModelService],
  views: [
    {
      id: 'kserve/annotations',
      title: 'annotations of an inference service',
      booleans: 'yaml-1.1',
      keys: [{ set: 'kserve/annotations', texts: true }],
    },
    {
      id: 'kserve/component',
      title: 'predictor, transformer or explainer',
      booleans: 'yaml-1.1',
      mounts: [
        { at: [], as: 'kubernetes/pod-spec', absence: 'partial' },
        { at: ['workerSpec'], as: 'kubernetes/pod-spec', absence: 'partial' },
        { at: ['storageUris', '*', 'uri'], as: 'kserve/model-uri' },
        ...['model', ...legacyFrameworks].flatMap((name): Mount[] => [
          { at: [name], as: 'kubernetes/any-container', suppliedElsewhere: runtimeSupplied },
          { at: [name], as: 'kserve/model' },
        ]),
      ],
    },
    {
      id: 'kserve/model',
      title: 'model of a predictor',
      booleans: 'yaml-1.1',
      mounts: [{ at: ['storageUri'], as: 'kserve/model-uri' }],
    },
    { id: 'kserve/model-uri', title: 'location of a model' },
    {
      id: 'kserve/llm-workload',
      title: 'decode or prefill workload of a language model',
      booleans: 'yaml-1.1',
      mounts: [
        { at: ['template'], as: 'kubernetes/pod-spec', absence: 'partial' },
        { at: ['worker'], as: 'kubernetes/pod-spec', absence: 'partial' },
      ],
    },
  ],
};

export default technology;

/** A patch names what it changes; a whole predictor says what it runs. */
function hasImplementation(root: NodeView): boolean {
  const predictor = root.at('spec', 'predictor');
  if (!predictor || root.has('$patch') || predictor.has('$patch')) return false;
  return ['model', 'containers', ...legacyFrameworks].some((key) => predictor.has(key));
}

function replicasSign(root: NodeView): EnvironmentSign | undefined {
  const least = root.number('spec', 'predictor', 'minReplicas');
  return least.is === 'known' && least.value > 1 ? 'shared' : undefined;
}
