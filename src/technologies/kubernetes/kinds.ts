import type { NodeView, Path } from '../../core';

/** Views of the kinds that keep pods running to answer requests. */
export const servingKinds = [
  { view: 'kubernetes/deployment', path: [] },
  { view: 'kubernetes/stateful-set', path: [] },
  { view: 'kubernetes/daemon-set', path: [] },
  { view: 'kubernetes/replica-set', path: [] },
  { view: 'kubernetes/replication-controller', path: [] },
  { view: 'kubernetes/old-workload', path: [] },
  { view: 'kubernetes/ungrouped-workload', path: [] },
  { view: 'kubernetes/deployment-config', path: [] },
] as const;

/** Views of the kinds whose replicas can be counted and spread. */
export const replicatedKinds = [
  { view: 'kubernetes/deployment', path: [] },
  { view: 'kubernetes/stateful-set', path: [] },
  { view: 'kubernetes/old-workload', path: [] },
  { view: 'kubernetes/ungrouped-workload', path: [] },
  { view: 'kubernetes/deployment-config', path: [] },
] as const;

/** Views of the kinds of this technology that live in a namespace. */
export const namespacedKinds = [
  ...servingKinds,
  { view: 'kubernetes/pod', path: [] },
  { view: 'kubernetes/job', path: [] },
  { view: 'kubernetes/cron-job', path: [] },
  { view: 'kubernetes/service', path: [] },
  { view: 'kubernetes/config-map', path: [] },
  { view: 'kubernetes/secret', path: [] },
  { view: 'kubernetes/service-account', path: [] },
  { view: 'kubernetes/persistent-volume-claim', path: [] },
  { view: 'kubernetes/ingress', path: [] },
  { view: 'kubernetes/network-policy', path: [] },
] as const;

/** Where the pod specification stands in a workload with a template. */
export const podSpecPath: Path = ['spec', 'template', 'spec'];

/** The resource's name for a message. */
export function resourceName(root: NodeView): string {
  const name = root.text('metadata', 'name');
  return name.is === 'known' ? name.value : 'unnamed';
}
