import type { Fact, Kind, Mount, NodeView, Technology } from '../../core';
import { known } from '../../core';

const first = 'machinelearning.seldon.io';
const second = 'mlops.seldon.io';

/** A graph is a tree of units; nobody nests deeper than this. */
const deepestGraph = 6;

const units: readonly Mount[] = Array.from({ length: deepestGraph }, (_, depth) => ({
  at: ['graph', ...Array.from({ length: depth }, () => ['children', '*']).flat()],
  as: 'seldon/unit',
}));

const deployment: Kind = {
  id: 'seldon/deployment',
  title: 'SeldonDeployment (Seldon Core 1)',
  formats: ['yaml', 'json'],
  resource: { group: first, kinds: ['SeldonDeployment'] },
  booleans: 'yaml-1.1',
  mounts: [{ at: ['spec', 'predictors', '*'], as: 'seldon/predictor' }],
  isPartial: (root) => !root.has('spec', 'predictors'),
  facts: deploymentFacts,
};

const model: Kind = {
  id: 'seldon/model',
  title: 'Model (Seldon Core 2)',
  formats: ['yaml', 'json'],
  resource: { group: second, kinds: ['Model'] },
  booleans: 'yaml-1.1',
  isPartial: (root) => !root.has('spec', 'storageUri'),
  facts: modelFacts,
};

const experiment: Kind = {
  id: 'seldon/experiment',
  title: 'Experiment (Seldon Core 2)',
  formats: ['yaml', 'json'],
  resource: { group: second, kinds: ['Experiment'] },
  booleans: 'yaml-1.1',
};

const other: Kind = {
  id: 'seldon/other',
  title: 'Pipeline, Server or runtime (Seldon Core 2)',
  formats: ['yaml', 'json'],
  resource: { group: second, kinds: ['Pipeline', 'Server', 'ServerConfig', 'SeldonRuntime', 'SeldonConfig'] },
  booleans: 'yaml-1.1',
};

/** Seldon Core: model serving on Kubernetes, in its two generations. */
const technology: Technology = {
  slug: 'seldon',
  title: 'Seldon Core',
  pattern: 'deployment',
  homepage: 'https://docs.seldon.ai',
  kinds: [deployment, model, experiment, other],
  views: [
    {
      id: 'seldon/predictor',
      title: 'predictor of a SeldonDeployment',
      booleans: 'yaml-1.1',
      mounts: [
        { at: ['componentSpecs', '*', 'spec'], as: 'kubernetes/pod-spec', absence: 'partial' },
        ...units,
      ],
    },
    { id: 'seldon/unit', title: 'unit of an inference graph', booleans: 'yaml-1.1' },
  ],
};

export default technology;

function* deploymentFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  for (const predictor of root.at('spec', 'predictors')?.items() ?? []) {
    const uri = predictor.text('graph', 'modelUri');
    if (uri.is !== 'known') continue;
    yield {
      type: 'served-model',
      name: name.value,
      attributes: { ...placeOf(root), uri: uri.value },
      span: uri.span,
    };
  }
}

function* modelFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  const uri = root.text('spec', 'storageUri');
  if (name.is !== 'known' || uri.is !== 'known') return;
  const version = known(root.text('spec', 'artifactVersion'));
  const attributes = { ...placeOf(root), uri: uri.value, ...(version !== undefined && { version }) };
  yield { type: 'served-model', name: name.value, attributes, span: uri.span };
}

function placeOf(root: NodeView): Record<string, string> {
  const namespace = known(root.text('metadata', 'namespace'));
  return { technology: 'seldon', ...(namespace !== undefined && { namespace }) };
}
