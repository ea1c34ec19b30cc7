import { findEntry, resolve } from '../../core';
import type { DocumentModel, Kind, Technology } from '../../core';
import { callMounts, methodMounts } from '../../shapes/python-script';
import { moduleFacts } from './module-facts';
import { packageFacts } from './package-facts';
import { condaDependencies, pyprojectDependencies } from './read-dependencies';

const module_: Kind = {
  id: 'python/module',
  title: 'Python source',
  formats: ['python'],
  recognise: (document) => document.root !== undefined,
  mounts: [
    ...callMounts('python/torch-load', ['torch.load'], ['f', 'map_location', 'pickle_module']),
    ...callMounts('python/set-tracking-uri', ['mlflow.set_tracking_uri'], ['uri']),
    ...methodMounts('python/log-model', ['log_model'], [], /^mlflow\.\w+$/),
    ...methodMounts('python/from-pretrained', ['from_pretrained'], ['model']),
    ...callMounts('python/from-pretrained', ['transformers.pipeline'], ['task', 'model']),
    ...callMounts('python/from-pretrained', ['sentence_transformers.SentenceTransformer'], ['model']),
    ...['Counter', 'Gauge', 'Histogram', 'Summary'].flatMap((name) =>
      callMounts(
        'python/prometheus-metric',
        [`prometheus_client.${name}`],
        ['name', 'documentation', 'labelnames'],
      ),
    ),
    ...callMounts('python/drift-run', ['evidently.Report().run'], ['current_data', 'reference_data']),
  ],
  facts: moduleFacts,
};

const requirements: Kind = {
  id: 'python/requirements',
  title: 'requirements of pip',
  formats: ['requirements'],
  recognise: (document) => document.root !== undefined,
  mounts: [{ at: [], as: 'python/dependencies' }],
  facts: (root) => packageFacts(root.node),
};

const pyproject: Kind = {
  id: 'python/pyproject',
  title: 'pyproject.toml',
  formats: ['toml'],
  recognise: (document, path) => /(?:^|\/)pyproject\.toml$/.test(path) && document.root !== undefined,
  mounts: [{ at: [], as: 'python/dependencies', adapt: pyprojectDependencies }],
  facts: (root) => packageFacts(root.node && pyprojectDependencies(root.node)?.node),
};

const conda: Kind = {
  id: 'python/conda-environment',
  title: 'conda environment',
  formats: ['yaml'],
  paths: ['conda.yaml', 'environment.yml'],
  recognise: isConda,
  mounts: [{ at: [], as: 'python/dependencies', adapt: condaDependencies }],
  facts: (root) => packageFacts(root.node && condaDependencies(root.node)?.node),
};

/** Python: what can be seen in source and in lists of packages without running them. */
const technology: Technology = {
  slug: 'python',
  title: 'Python',
  pattern: 'training',
  homepage: 'https://www.python.org',
  kinds: [module_, requirements, pyproject, conda],
  views: [
    { id: 'python/dependencies', title: 'list of Python packages' },
    { id: 'python/torch-load', title: 'torch.load' },
    { id: 'python/set-tracking-uri', title: 'mlflow.set_tracking_uri' },
    { id: 'python/log-model', title: 'log_model of MLflow' },
    { id: 'python/from-pretrained', title: 'download of a pretrained model' },
    { id: 'python/prometheus-metric', title: 'Prometheus metric' },
    { id: 'python/drift-run', title: 'run of an Evidently report' },
  ],
};

export default technology;

/** A conda environment lists `dependencies` beside `channels` or a name, and is no Kubernetes resource. */
function isConda({ root }: DocumentModel): boolean {
  const map = resolve(root);
  if (map?.type !== 'map' || findEntry(map, 'apiVersion')) return false;
  const list = resolve(findEntry(map, 'dependencies')?.entry.value);
  if (list?.type !== 'list') return false;
  return list.items.some((item) => {
    const node = resolve(item);
    return (
      (node?.type === 'map' && findEntry(node, 'pip') !== undefined) ||
      (node?.type === 'scalar' && /^python\b/.test(node.text))
    );
  });
}
