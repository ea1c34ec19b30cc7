import type { Kind, Mount, Technology } from '../../core';

const group = 'serving.kserve.io';

/** Frameworks that the old style names as keys of the predictor; each is a container. */
const legacyFrameworks = ['sklearn', 'xgboost', 'lightgbm', 'pmml', 'tensorflow', 'pytorch', 'triton', 'onnx', 'paddle', 'huggingface'];

/** What the serving runtime and the webhook supply for a model container. */
const runtimeSupplied = [['image'], ['name'], ['command'], ['args'], ['ports'], ['resources'], ['securityContext'], ['readinessProbe'], ['livenessProbe'], ['imagePullPolicy']];

const components: readonly Mount[] = ['predictor', 'transformer', 'explainer'].map((component) => ({
  at: ['spec', component],
  as: 'kserve/component',
}));

const inferenceService: Kind = {
  id: 'kserve/inference-service',
  title: 'KServe InferenceService',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['InferenceService'] },
  booleans: 'yaml-1.1',
  mounts: components,
};

/** KServe: model serving on Kubernetes by custom resources. */
const technology: Technology = {
  slug: 'kserve',
  title: 'KServe',
  pattern: 'deployment',
  homepage: 'https://kserve.github.io/website/',
  kinds: [inferenceService],
  views: [
    {
      id: 'kserve/component',
      title: 'predictor, transformer or explainer',
      booleans: 'yaml-1.1',
      mounts: [
        { at: [], as: 'kubernetes/pod-spec', absence: 'partial' },
        { at: ['model'], as: 'kubernetes/any-container', suppliedElsewhere: runtimeSupplied },
        { at: ['model'], as: 'kserve/model' },
        ...legacyFrameworks.flatMap((name) => [
          { at: [name], as: 'kubernetes/any-container', suppliedElsewhere: runtimeSupplied },
          { at: [name], as: 'kserve/model' },
        ]),
      ],
    },
    { id: 'kserve/model', title: 'model of a predictor', booleans: 'yaml-1.1' },
  ],
};

export default technology;
