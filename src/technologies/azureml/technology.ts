import { findEntry, resolve } from '../../core';
import type {
  DocumentModel,
  Fact,
  Kind,
  MapNode,
  Mount,
  NodeView,
  ResolvedNode,
  Technology,
} from '../../core';

/** A kind known by the last part of `$schema`, or by what its file says where no schema is named. */
function kind(
  id: string,
  title: string,
  schemas: readonly string[],
  more: Pick<Kind, 'mounts' | 'facts'> & { readonly unnamed?: (root: MapNode) => boolean } = {},
): Kind {
  const { unnamed, ...rest } = more;
  return {
    id,
    title,
    formats: ['yaml', 'json'],
    recognise: (document) => isOf(document, schemas, unnamed),
    ...rest,
  };
}

/** Jobs stand alone and as steps of a pipeline. */
const steps: readonly Mount[] = ['sweep', 'command', 'automl'].map((type) => ({
  at: ['jobs', '*'],
  as: `azureml/${type}-job`,
  adapt: (node: ResolvedNode) =>
    node.type === 'map' && textOf(node, 'type') === type ? { node, edits: 'same' as const } : undefined,
}));

const kinds: readonly Kind[] = [
  kind('azureml/sweep-job', 'Azure ML sweep job', ['sweepjob'], {
    unnamed: (root) => textOf(root, 'type') === 'sweep' && has(root, 'search_space'),
    facts: sweepFacts,
  }),
  kind('azureml/command-job', 'Azure ML command job', ['commandjob'], {
    unnamed: (root) => textOf(root, 'type') === 'command' && has(root, 'command') && has(root, 'compute'),
  }),
  kind('azureml/automl-job', 'Azure ML AutoML job', ['automljob', 'automl'], {
    unnamed: (root) => textOf(root, 'type') === 'automl' && has(root, 'task'),
  }),
  kind('azureml/pipeline-job', 'Azure ML pipeline job', ['pipelinejob'], {
    unnamed: (root) => textOf(root, 'type') === 'pipeline' && has(root, 'jobs'),
    mounts: steps,
  }),
  kind('azureml/managed-deployment', 'Azure ML managed online deployment', ['managedonlinedeployment'], {
    facts: deploymentFacts,
  }),
  kind('azureml/deployment', 'Azure ML deployment of any sort', [
    'managedonlinedeployment',
    'kubernetesonlinedeployment',
    'batchdeployment',
    'modelbatchdeployment',
  ]),
  kind('azureml/managed-endpoint', 'Azure ML managed online endpoint', ['managedonlineendpoint']),
  kind('azureml/schedule', 'Azure ML schedule', ['schedule', 'monitorschedule'], {
    unnamed: (root) => has(root, 'create_monitor') && has(root, 'trigger'),
  }),
  kind('azureml/environment', 'Azure ML environment', ['environment']),
  { ...kind('azureml/file', 'Azure ML file of any sort', []), recognise: isAzure },
];

/** Azure Machine Learning: jobs, sweeps, endpoints and monitors as its command line (v2) reads them. */
const technology: Technology = {
  slug: 'azureml',
  title: 'Azure Machine Learning',
  pattern: 'training',
  homepage: 'https://learn.microsoft.com/azure/machine-learning/',
  kinds,
  views: [],
};

export default technology;

const schemaHost =
  /azuremlschemas(?:prod|test)?\.azureedge\.net|\/\/azureml\/sdk-2-0\/|azuremlsdk2\.blob\.core/;

/** The last part of the schema's address in lower case, such as `sweepjob`. */
function schemaOf(root: MapNode): string | undefined {
  const schema = textOf(root, '$schema');
  if (schema === undefined || !schemaHost.test(schema)) return undefined;
  const last = schema.slice(schema.lastIndexOf('/') + 1);
  return last.replace(/(?:\.schema)?\.json$/i, '').toLowerCase();
}

function isOf(
  { root }: DocumentModel,
  schemas: readonly string[],
  unnamed?: (root: MapNode) => boolean,
): boolean {
  const map = resolve(root);
  if (map?.type !== 'map') return false;
  if (has(map, '$schema')) return schemas.includes(schemaOf(map) ?? '');
  return unnamed !== undefined && !has(map, 'apiVersion') && unnamed(map);
}

function isAzure(document: DocumentModel, path: string): boolean {
  const map = resolve(document.root);
  if (map?.type !== 'map') return false;
  if (schemaOf(map) !== undefined) return true;
  return kinds.some((each) => each.id !== 'azureml/file' && each.recognise?.(document, path) === true);
}

function has(map: MapNode, key: string): boolean {
  return findEntry(map, key) !== undefined;
}

function textOf(map: MapNode, key: string): string | undefined {
  const value = resolve(findEntry(map, key)?.entry.value);
  return value?.type === 'scalar' ? value.text : undefined;
}

function* sweepFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('experiment_name');
  if (name.is !== 'known') return;
  const seed = root.has('sampling_algorithm', 'seed');
  const attributes = { technology: 'azureml', tracked: 'true', ...(seed && { seed: 'true' }) };
  yield { type: 'training', name: name.value, attributes, span: name.span };
}

/** A deployment serves its model at the name of its endpoint. */
function* deploymentFacts(root: NodeView): Iterable<Fact> {
  const endpoint = root.text('endpoint_name');
  const model = root.text('model');
  if (endpoint.is !== 'known') return;
  const [, name, version] = (model.is === 'known' && /^azureml:([\w.-]+):(\d+)$/.exec(model.value)) || [];
  const attributes = {
    technology: 'azureml',
    ...(name !== undefined && version !== undefined && { model: name, version }),
  };
  yield { type: 'served-model', name: endpoint.value, attributes, span: endpoint.span };
}
