import { findEntry, resolve } from '../../core';
import type { DocumentModel, Kind, Path, Technology } from '../../core';
import { composeFacts, environmentFacts, kubernetesFacts, modelFacts } from './facts';
import { composeServer, containerServer, stageServer } from './server-node';
import { variablesIn } from './variables';

const containers: readonly Path[] = [
  ['spec', 'containers', '*'],
  ['spec', 'template', 'spec', 'containers', '*'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', '*'],
];

const kinds: readonly Kind[] = [
  {
    id: 'mlflow/project',
    title: 'MLproject',
    formats: ['yaml'],
    paths: ['MLproject'],
    recognise: (document, path) => /(?:^|\/)mlproject$/i.test(path) && resolve(document.root)?.type === 'map',
  },
  {
    id: 'mlflow/model',
    title: 'MLmodel',
    formats: ['yaml'],
    paths: ['MLmodel'],
    recognise: (document, path) => /(?:^|\/)MLmodel$/.test(path) && rootHas(document, 'flavors'),
    facts: modelFacts,
  },
  {
    id: 'mlflow/environment',
    title: 'environment of an MLflow project or model',
    formats: ['yaml'],
    paths: ['python_env.yaml', 'conda.yaml'],
    recognise: (document, path) =>
      /(?:^|\/)(?:python_env|conda)\.ya?ml$/.test(path) && rootHas(document, 'dependencies'),
  },
  {
    id: 'mlflow/gateway',
    title: 'configuration of the MLflow AI Gateway',
    formats: ['yaml'],
    recognise: (document) =>
      /route_type|endpoint_type/.test(document.text) && !rootHas(document, 'apiVersion'),
  },
  {
    id: 'mlflow/recipe',
    title: 'MLflow recipe',
    formats: ['yaml'],
    paths: ['recipe.yaml'],
    recognise: (document) => rootHas(document, 'recipe') && rootHas(document, 'steps'),
  },
  {
    id: 'mlflow/compose',
    title: 'Compose file with MLflow',
    formats: ['yaml'],
    recognise: (document) => namesMlflow(document) && rootHas(document, 'services'),
    mounts: [
      { at: ['services', '*'], as: 'mlflow/server', absence: 'complete', adapt: composeServer },
      { at: ['services', '*'], as: 'mlflow/variables', adapt: variablesIn },
    ],
    facts: composeFacts,
  },
  {
    id: 'mlflow/kubernetes',
    title: 'Kubernetes workload with MLflow',
    formats: ['yaml', 'json'],
    recognise: (document) => namesMlflow(document) && rootHas(document, 'apiVersion'),
    mounts: containers.flatMap((at) => [
      { at, as: 'mlflow/server', absence: 'complete', adapt: containerServer } as const,
      { at, as: 'mlflow/variables', adapt: variablesIn },
    ]),
    facts: kubernetesFacts,
  },
  {
    id: 'mlflow/dockerfile',
    title: 'Dockerfile with MLflow',
    formats: ['dockerfile'],
    recognise: namesMlflow,
    mounts: [
      { at: ['stages', '*'], as: 'mlflow/server', absence: 'complete', adapt: stageServer },
      { at: ['stages', '*'], as: 'mlflow/variables', adapt: variablesIn },
    ],
  },
  {
    id: 'mlflow/environment-file',
    title: '.env file with variables of MLflow',
    formats: ['env'],
    recognise: (document) => document.text.includes('MLFLOW_'),
    mounts: [{ at: [], as: 'mlflow/variables' }],
    facts: environmentFacts,
  },
  {
    id: 'mlflow/model-reference',
    title: 'file that names a registered model',
    formats: ['yaml', 'json', 'toml', 'properties', 'env', 'dockerfile'],
    recognise: (document) => document.text.includes('models:/'),
  },
];

/** MLflow: projects, models, the tracking server wherever it is started, and URIs of registered models. */
const technology: Technology = {
  slug: 'mlflow',
  title: 'MLflow',
  pattern: 'training',
  homepage: 'https://mlflow.org',
  kinds,
  views: [
    { id: 'mlflow/server', title: 'mlflow server with its options and variables' },
    { id: 'mlflow/variables', title: 'variables that MLflow reads' },
  ],
};

export default technology;

function namesMlflow({ text }: DocumentModel): boolean {
  return /mlflow/i.test(text);
}

function rootHas({ root }: DocumentModel, key: string): boolean {
  const map = resolve(root);
  return map?.type === 'map' && findEntry(map, key) !== undefined;
}
