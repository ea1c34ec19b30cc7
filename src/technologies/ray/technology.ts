import { resolve } from '../../core';
import type {
  DocumentModel,
  EnvironmentSign,
  Fact,
  Kind,
  Mount,
  NodeView,
  Path,
  ResolvedNode,
  Technology,
} from '../../core';
import { callMounts, importsAny } from '../../shapes/python-script';
import { imageParts } from './ray-images';
import { scriptFacts } from './script-facts';
import { workloadFacts } from './workload-facts';

const group = 'ray.io';
const resource = { formats: ['yaml', 'json'], booleans: 'yaml-1.1' } as const;

const cluster: Kind = {
  ...resource,
  id: 'ray/cluster',
  title: 'KubeRay RayCluster',
  resource: { group, kinds: ['RayCluster'] },
  mounts: [{ at: ['spec'], as: 'ray/cluster-spec' }],
  isPartial: (root) => isPatch(root, ['spec', 'headGroupSpec']),
  environment: (root) => workersSign(root, ['spec']),
  facts: (root) => clusterFacts(root, ['spec']),
};

const job: Kind = {
  ...resource,
  id: 'ray/job',
  title: 'KubeRay RayJob',
  resource: { group, kinds: ['RayJob'] },
  mounts: [{ at: ['spec'], as: 'ray/job-spec' }],
  isPartial: (root) => root.has('$patch') || !jobMarks.some((key) => root.has('spec', key)),
  environment: (root) => workersSign(root, ['spec', 'rayClusterSpec']),
  facts: jobFacts,
};

/** A RayJob says where it runs or what it runs; what says neither is a patch. */
const jobMarks = ['rayClusterSpec', 'clusterSelector', 'entrypoint'];

const service: Kind = {
  ...resource,
  id: 'ray/service',
  title: 'KubeRay RayService',
  resource: { group, kinds: ['RayService'] },
  mounts: [{ at: ['spec', 'rayClusterConfig'], as: 'ray/cluster-spec' }],
  isPartial: (root) => isPatch(root, ['spec', 'rayClusterConfig', 'headGroupSpec']),
  environment: (root) => workersSign(root, ['spec', 'rayClusterConfig']),
  facts: (root) => clusterFacts(root, ['spec', 'rayClusterConfig']),
};

const cronJob: Kind = {
  ...resource,
  id: 'ray/cron-job',
  title: 'KubeRay RayCronJob',
  resource: { group, kinds: ['RayCronJob'] },
  mounts: [{ at: ['spec', 'jobTemplate'], as: 'ray/job-spec' }],
  isPartial: (root) => isPatch(root, ['spec', 'jobTemplate']),
  facts: (root) => clusterFacts(root, ['spec', 'jobTemplate', 'rayClusterSpec']),
};

/** Our own convention, for Ray reads no YAML for Tune: keys are named as the arguments of Tune's classes. */
const tuneFile: Kind = {
  id: 'ray/tune-file',
  title: 'Ray Tune settings file (kind: RayTuneConfig)',
  formats: ['yaml', 'json'],
  paths: ['tune.yaml'],
  recognise: (document) => textOf(document, 'kind') === 'RayTuneConfig',
  mounts: [
    { at: ['tune_config'], as: 'ray/tune-settings' },
    { at: ['run_config'], as: 'ray/run-settings' },
    typed(['tune_config', 'scheduler'], 'ray/early-stopping', ['asha', 'async_hyperband']),
    typed(['tune_config', 'scheduler'], 'ray/population', ['pbt']),
  ],
};

const classes = (names: readonly string[], ...modules: readonly string[]): string[] =>
  modules.flatMap((module) => names.map((name) => `${module}.${name}`));

const tuneScript: Kind = {
  id: 'ray/tune-script',
  title: 'Python script that uses Ray Tune or Train',
  formats: ['python'],
  recognise: (document) => importsAny(document, ['ray']),
  mounts: [
    ...callMounts('ray/tune-run', ['ray.tune.run']),
    ...callMounts('ray/tune-settings', classes(['TuneConfig'], 'ray.tune', 'ray.tune.tune_config'), ['mode', 'metric']),
    ...callMounts('ray/run-settings', [...classes(['RunConfig'], 'ray.tune', 'ray.train', 'ray.air', 'ray.air.config'), 'ray.tune.run']),
    ...callMounts('ray/early-stopping', classes(['ASHAScheduler', 'AsyncHyperBandScheduler'], 'ray.tune.schedulers', 'ray.tune.schedulers.async_hyperband'), ['time_attr', 'metric', 'mode', 'max_t', 'grace_period', 'reduction_factor', 'brackets']),
    ...callMounts('ray/population', classes(['PopulationBasedTraining'], 'ray.tune.schedulers', 'ray.tune.schedulers.pbt'), ['time_attr', 'metric', 'mode', 'perturbation_interval', 'burn_in_period', 'hyperparam_mutations', 'quantile_fraction']),
  ], // prettier-ignore
  facts: scriptFacts,
};

const groupMounts = (at: Path): Mount[] => [
  { at, as: 'ray/group' },
  { at: [...at, 'template'], as: 'kubernetes/pod-template' },
  { at: [...at, 'template', 'spec'], as: 'kubernetes/pod-spec' },
];

/** Ray: clusters and jobs on Kubernetes by custom resources, and hyperparameter tuning in Python. */
const technology: Technology = {
  slug: 'ray',
  title: 'Ray',
  pattern: 'training',
  homepage: 'https://docs.ray.io',
  kinds: [cluster, job, service, cronJob, tuneFile, tuneScript],
  views: [
    {
      id: 'ray/job-spec',
      title: 'specification of a Ray job',
      booleans: 'yaml-1.1',
      mounts: [
        { at: ['rayClusterSpec'], as: 'ray/cluster-spec' },
        { at: ['submitterPodTemplate'], as: 'kubernetes/pod-template' },
        { at: ['submitterPodTemplate', 'spec'], as: 'kubernetes/pod-spec' },
      ],
    },
    {
      id: 'ray/cluster-spec',
      title: 'specification of a Ray cluster',
      booleans: 'yaml-1.1',
      mounts: [...groupMounts(['headGroupSpec']), ...groupMounts(['workerGroupSpecs', '*'])],
    },
    { id: 'ray/group', title: 'head or worker group of a Ray cluster', booleans: 'yaml-1.1' },
    { id: 'ray/tune-run', title: 'call of tune.run' },
    { id: 'ray/tune-settings', title: 'TuneConfig' },
    { id: 'ray/run-settings', title: 'RunConfig' },
    { id: 'ray/early-stopping', title: 'ASHA scheduler' },
    { id: 'ray/population', title: 'population based training' },
  ],
};

export default technology;

/** A view mounted where the map's `type` names one of these. */
function typed(at: Path, as: string, types: readonly string[]): Mount {
  const adapt = (node: ResolvedNode): { node: ResolvedNode; edits: 'same' } | undefined => {
    const type = node.type === 'map' ? node.entries.find((entry) => entry.key === 'type')?.value : undefined;
    return type?.type === 'scalar' && types.includes(type.text) ? { node, edits: 'same' } : undefined;
  };
  return { at, as, adapt };
}

function textOf({ root }: DocumentModel, key: string): string | undefined {
  const map = resolve(root);
  const value =
    map?.type === 'map' ? resolve(map.entries.find((entry) => entry.key === key)?.value) : undefined;
  return value?.type === 'scalar' ? value.text : undefined;
}

function isPatch(root: NodeView, needed: Path): boolean {
  return root.has('$patch') || !root.has(...needed);
}

/** Workers make a cluster shared; a head alone may be a laptop's, or a job's. */
function workersSign(root: NodeView, spec: Path): EnvironmentSign | undefined {
  return (root.at(...spec, 'workerGroupSpecs')?.items().length ?? 0) > 0 ? 'shared' : undefined;
}

function* jobFacts(root: NodeView): Iterable<Fact> {
  yield* clusterFacts(root, ['spec', 'rayClusterSpec']);
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const entrypoint = root.text('spec', 'entrypoint');
  const seeded = entrypoint.is === 'known' && /\bseed\b/i.test(entrypoint.value);
  yield {
    type: 'training',
    name: name.value,
    attributes: { technology: 'ray', ...(seeded && { seed: 'true' }) },
    span: name.span,
  };
}

/** The Ray version that the cluster claims, its pods, and the images that they run. */
function* clusterFacts(root: NodeView, spec: Path): Iterable<Fact> {
  yield* workloadFacts(root, spec);
  const version = root.text(...spec, 'rayVersion');
  if (version.is === 'known') {
    yield {
      type: 'version',
      name: 'ray',
      attributes: { version: version.value, where: 'rayVersion' },
      span: version.span,
    };
  }
  const at = root.at(...spec);
  const groups = at ? [at.at('headGroupSpec'), ...(at.at('workerGroupSpecs')?.items() ?? [])] : [];
  for (const each of groups) {
    const image = each?.text('template', 'spec', 'containers', '0', 'image');
    if (image?.is !== 'known') continue;
    const { repository, tag } = imageParts(image.value);
    yield {
      type: 'image',
      name: repository,
      attributes: { role: 'ray', ...(tag !== undefined && { tag }) },
      span: image.span,
    };
  }
}
