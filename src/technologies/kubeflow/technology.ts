import { known } from '../../core';
import type { EnvironmentSign, Fact, Kind, Mount, NodeView, Path, Technology } from '../../core';

const resource = { formats: ['yaml', 'json'], booleans: 'yaml-1.1' } as const;
const trainer = 'trainer.kubeflow.org';

/** Jobs of the first operator, with the key of their replicas. */
const jobs: Readonly<Record<string, string>> = {
  PyTorchJob: 'pytorchReplicaSpecs',
  TFJob: 'tfReplicaSpecs',
  MPIJob: 'mpiReplicaSpecs',
  XGBoostJob: 'xgbReplicaSpecs',
  PaddleJob: 'paddleReplicaSpecs',
  JAXJob: 'jaxReplicaSpecs',
};

const pods = (template: Path, absence?: Mount['absence']): Mount[] =>
  [
    { at: template, as: 'kubernetes/pod-template' },
    { at: [...template, 'spec'], as: 'kubernetes/pod-spec' },
  ].map((mount) => (absence ? { ...mount, absence } : mount));

const operatorJob: Kind = {
  ...resource,
  id: 'kubeflow/job',
  title: 'job of the Kubeflow training operator (v1)',
  resource: { group: 'kubeflow.org', kinds: Object.keys(jobs), versions: ['v1'] },
  mounts: Object.values(jobs).flatMap((key) => pods(['spec', key, '*', 'template'])),
  isPartial: (root) => root.has('$patch') || !Object.values(jobs).some((key) => root.has('spec', key)),
  environment: (root): EnvironmentSign | undefined => (replicasOf(root) > 1 ? 'shared' : undefined),
  facts: (root) => trainingFact(root, ['spec']),
};

const trainJob: Kind = {
  ...resource,
  id: 'kubeflow/train-job',
  title: 'Kubeflow TrainJob',
  resource: { group: trainer, kinds: ['TrainJob'] },
  mounts: [
    { at: ['spec'], as: 'kubeflow/train-job-spec' },
    // The runtime supplies what the job does not say.
    { at: ['spec', 'trainer'], as: 'kubernetes/any-container', absence: 'partial' },
  ],
  isPartial: (root) => root.has('$patch') || !root.has('spec', 'runtimeRef'),
  facts: (root) => trainingFact(root, ['spec', 'trainer']),
};

const runtime: Kind = {
  ...resource,
  id: 'kubeflow/training-runtime',
  title: 'Kubeflow TrainingRuntime or ClusterTrainingRuntime',
  resource: { group: trainer, kinds: ['TrainingRuntime', 'ClusterTrainingRuntime'] },
  mounts: pods(
    ['spec', 'template', 'spec', 'replicatedJobs', '*', 'template', 'spec', 'template'],
    'partial',
  ),
  facts: runtimeFacts,
};

const optimizationJob: Kind = {
  ...resource,
  id: 'kubeflow/optimization-job',
  title: 'Kubeflow OptimizationJob',
  resource: { group: trainer, kinds: ['OptimizationJob'] },
  mounts: [{ at: ['spec', 'trainJobTemplate', 'spec'], as: 'kubeflow/train-job-spec' }],
};

/** Kubeflow training: jobs of the first operator, and of Trainer v2. */
const technology: Technology = {
  slug: 'kubeflow',
  title: 'Kubeflow Trainer',
  pattern: 'training',
  homepage: 'https://www.kubeflow.org/docs/components/trainer/',
  kinds: [operatorJob, trainJob, runtime, optimizationJob],
  views: [{ id: 'kubeflow/train-job-spec', title: 'specification of a TrainJob', booleans: 'yaml-1.1' }],
};

export default technology;

function replicasOf(root: NodeView): number {
  const groups = Object.values(jobs).flatMap((key) => root.at('spec', key)?.entries() ?? []);
  const counts = groups.map((group) => group.number('replicas'));
  return counts.reduce((sum, count) => sum + (count.is === 'known' ? count.value : 1), 0);
}

/** The job's name; a command or variable that mentions a seed is taken for one. */
function* trainingFact(root: NodeView, place: Path): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const { node } = root.at(...place) ?? {};
  const seeded =
    node !== undefined && /\bseed\b/i.test(root.document.text.slice(node.span.start, node.span.end));
  yield {
    type: 'training',
    name: name.value,
    attributes: { technology: 'kubeflow', ...(seeded && { seed: 'true' }) },
    span: name.span,
  };
}

/** The pods of a runtime: policies select them by the labels of their template. */
function* runtimeFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const namespace = known(root.text('metadata', 'namespace'));
  for (const job of root.at('spec', 'template', 'spec', 'replicatedJobs')?.items() ?? []) {
    const pod = job.at('template', 'spec', 'template');
    if (!pod) continue;
    const labels = (pod.at('metadata', 'labels')?.entries() ?? []).map((label) => ({
      key: label.key,
      value: known(label.text()),
    }));
    const areKnown = labels.every(({ value }) => value !== undefined);
    const serviceAccount = known(pod.text('spec', 'serviceAccountName'));
    yield {
      type: 'workload',
      name: name.value,
      attributes: {
        kind: 'TrainingRuntime',
        ...(namespace !== undefined && { namespace }),
        ...(areKnown && {
          labels: labels
            .map(({ key, value }) => `${key}=${value ?? ''}`)
            .sort()
            .join(','),
        }),
        ...(serviceAccount !== undefined && { serviceAccount }),
      },
      span: name.span,
    };
  }
}
