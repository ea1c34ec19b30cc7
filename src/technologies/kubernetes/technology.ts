import type { EnvironmentSign, Kind, Mount, NodeView, Path, Technology } from '../../core';
import { accountFacts, autoscalerFacts, ingressFacts, namespaceFacts, policyFacts } from './policy-facts';
import { serviceFacts, workloadFacts } from './workload-facts';

/** A kind whose pod template stands at `template`; `serves` when its containers answer requests for as long as they run. */
function workload(
  id: string,
  title: string,
  group: string,
  kinds: readonly string[],
  template: Path,
  serves: boolean,
): Kind {
  return {
    id,
    title,
    formats: ['yaml', 'json'],
    resource: { group, kinds },
    booleans: 'yaml-1.1',
    nulls: 'absent',
    mounts: [
      { at: [...template, 'spec'], as: 'kubernetes/pod-spec' },
      { at: template, as: 'kubernetes/pod-template' },
      ...(serves
        ? [{ at: [...template, 'spec', 'containers', '*'], as: 'kubernetes/serving-container' }]
        : []),
    ],
    isPartial: (root) => isPatch(root, [...template, 'spec']),
    environment: replicasSign,
    facts: (root) => workloadFacts(root, template),
  };
}

const template: Path = ['spec', 'template'];

const kinds: readonly Kind[] = [
  workload('kubernetes/deployment', 'Deployment', 'apps', ['Deployment'], template, true),
  workload(
    'kubernetes/old-workload',
    'Deployment, DaemonSet or ReplicaSet before apps/v1',
    'extensions',
    ['Deployment', 'DaemonSet', 'ReplicaSet'],
    template,
    true,
  ),
  workload(
    'kubernetes/ungrouped-workload',
    'Workload that names no API group',
    '',
    ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
    template,
    true,
  ),
  workload(
    'kubernetes/deployment-config',
    'OpenShift DeploymentConfig',
    'apps.openshift.io',
    ['DeploymentConfig'],
    template,
    true,
  ),
  workload('kubernetes/stateful-set', 'StatefulSet', 'apps', ['StatefulSet'], template, true),
  workload('kubernetes/daemon-set', 'DaemonSet', 'apps', ['DaemonSet'], template, true),
  workload('kubernetes/replica-set', 'ReplicaSet', 'apps', ['ReplicaSet'], template, true),
  workload(
    'kubernetes/replication-controller',
    'ReplicationController',
    '',
    ['ReplicationController'],
    template,
    true,
  ),
  workload(
    'kubernetes/knative',
    'Knative Service or Configuration',
    'serving.knative.dev',
    ['Service', 'Configuration'],
    template,
    true,
  ),
  workload('kubernetes/rollout', 'Argo Rollout', 'argoproj.io', ['Rollout'], template, true),
  workload(
    'kubernetes/sandbox-template',
    'SandboxTemplate of an agent',
    'extensions.agents.x-k8s.io',
    ['SandboxTemplate'],
    ['spec', 'podTemplate'],
    false,
  ),
  workload('kubernetes/job', 'Job', 'batch', ['Job'], template, false),
  workload(
    'kubernetes/cron-job',
    'CronJob',
    'batch',
    ['CronJob'],
    ['spec', 'jobTemplate', ...template],
    false,
  ),
  workload('kubernetes/pod-template-resource', 'PodTemplate', '', ['PodTemplate'], ['template'], false),
  {
    id: 'kubernetes/pod',
    title: 'Pod',
    formats: ['yaml', 'json'],
    resource: { group: '', kinds: ['Pod'] },
    booleans: 'yaml-1.1',
    nulls: 'absent',
    mounts: [
      { at: ['spec'], as: 'kubernetes/pod-spec' },
      { at: [], as: 'kubernetes/pod-template' },
      { at: ['spec', 'containers', '*'], as: 'kubernetes/serving-container' },
    ],
    isPartial: (root) => isPatch(root, ['spec']),
    facts: (root) => workloadFacts(root, []),
  },
  {
    id: 'kubernetes/list',
    title: 'List of resources',
    formats: ['yaml', 'json'],
    resource: { group: '', kinds: ['List'] },
    mounts: [{ at: ['items', '*'], as: 'by-resource' }],
  },
  { ...plain('kubernetes/service', 'Service', '', ['Service']), facts: serviceFacts },
  plain('kubernetes/config-map', 'ConfigMap', '', ['ConfigMap']),
  plain('kubernetes/secret', 'Secret', '', ['Secret']),
  { ...plain('kubernetes/service-account', 'ServiceAccount', '', ['ServiceAccount']), facts: accountFacts },
  { ...plain('kubernetes/namespace', 'Namespace', '', ['Namespace']), facts: namespaceFacts },
  plain('kubernetes/persistent-volume-claim', 'PersistentVolumeClaim', '', ['PersistentVolumeClaim']),
  { ...plain('kubernetes/ingress', 'Ingress', 'networking.k8s.io', ['Ingress']), facts: ingressFacts },
  {
    ...plain('kubernetes/old-ingress', 'Ingress before networking.k8s.io/v1', 'extensions', ['Ingress']),
    facts: ingressFacts,
  },
  {
    ...plain('kubernetes/network-policy', 'NetworkPolicy', 'networking.k8s.io', ['NetworkPolicy']),
    facts: (root) => policyFacts('network-policy', ['spec', 'podSelector'], root),
  },
  plain('kubernetes/role', 'Role or ClusterRole', 'rbac.authorization.k8s.io', ['Role', 'ClusterRole']),
  plain('kubernetes/role-binding', 'RoleBinding or ClusterRoleBinding', 'rbac.authorization.k8s.io', [
    'RoleBinding',
    'ClusterRoleBinding',
  ]),
  {
    ...plain('kubernetes/autoscaler', 'HorizontalPodAutoscaler', 'autoscaling', ['HorizontalPodAutoscaler']),
    facts: autoscalerFacts,
  },
  {
    ...plain('kubernetes/disruption-budget', 'PodDisruptionBudget', 'policy', ['PodDisruptionBudget']),
    facts: (root) => policyFacts('disruption-budget', ['spec', 'selector'], root),
  },
];

const containers: readonly Mount[] = [
  { at: ['containers', '*'], as: 'kubernetes/container' },
  { at: ['containers', '*'], as: 'kubernetes/any-container' },
  { at: ['initContainers', '*'], as: 'kubernetes/init-container' },
  { at: ['initContainers', '*'], as: 'kubernetes/any-container' },
  { at: ['ephemeralContainers', '*'], as: 'kubernetes/any-container' },
];

/** Kubernetes workloads; custom resources reach these rules by mounting `kubernetes/pod-spec` and the containers. */
const technology: Technology = {
  slug: 'kubernetes',
  title: 'Kubernetes',
  pattern: 'deployment',
  homepage: 'https://kubernetes.io',
  kinds,
  views: [
    { id: 'kubernetes/resource', title: 'any Kubernetes resource', booleans: 'yaml-1.1', nulls: 'absent' },
    {
      id: 'kubernetes/pod-template',
      title: 'pod template, with its metadata',
      booleans: 'yaml-1.1',
      nulls: 'absent',
    },
    {
      id: 'kubernetes/pod-spec',
      title: 'pod specification',
      booleans: 'yaml-1.1',
      nulls: 'absent',
      mounts: containers,
    },
    {
      id: 'kubernetes/container',
      title: 'container that runs as long as its pod',
      booleans: 'yaml-1.1',
      nulls: 'absent',
    },
    {
      id: 'kubernetes/serving-container',
      title: 'container that answers requests',
      booleans: 'yaml-1.1',
      nulls: 'absent',
    },
    { id: 'kubernetes/init-container', title: 'init container', booleans: 'yaml-1.1', nulls: 'absent' },
    { id: 'kubernetes/any-container', title: 'container of any sort', booleans: 'yaml-1.1', nulls: 'absent' },
  ],
};

export default technology;

function plain(id: string, title: string, group: string, names: readonly string[]): Kind {
  return {
    id,
    title,
    formats: ['yaml', 'json'],
    resource: { group, kinds: names },
    booleans: 'yaml-1.1',
    nulls: 'absent',
  };
}

/** A patch names what it changes and leaves the rest out: containers without image, or a template without containers. */
function isPatch(root: NodeView, podSpec: Path): boolean {
  if (root.has('$patch') || !root.has(...podSpec)) return true;
  const list = root.list(...podSpec, 'containers');
  return (
    list.is === 'absent' || (list.is === 'known' && list.value.some((container) => container.has('$patch')))
  );
}

function replicasSign(root: NodeView): EnvironmentSign | undefined {
  const replicas = root.number('spec', 'replicas');
  return replicas.is === 'known' && replicas.value > 1 ? 'shared' : undefined;
}
