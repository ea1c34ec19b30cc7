import type { Reference } from '../../core';

const docs = 'https://kubernetes.io/docs';

/** Pod Security Standards, baseline level. */
export const baseline: Reference = {
  title: 'Kubernetes Pod Security Standards: baseline',
  url: `${docs}/concepts/security/pod-security-standards/#baseline`,
};

/** Pod Security Standards, restricted level. */
export const restricted: Reference = {
  title: 'Kubernetes Pod Security Standards: restricted',
  url: `${docs}/concepts/security/pod-security-standards/#restricted`,
};

/** How security contexts work. */
export const securityContext: Reference = {
  title: 'Kubernetes: configure a security context for a pod or container',
  url: `${docs}/tasks/configure-pod-container/security-context/`,
};

/** Requests and limits. */
export const resourceManagement: Reference = {
  title: 'Kubernetes: resource management for pods and containers',
  url: `${docs}/concepts/configuration/manage-resources-containers/`,
};

/** Liveness, readiness and startup probes. */
export const probes: Reference = {
  title: 'Kubernetes: liveness, readiness and startup probes',
  url: `${docs}/concepts/configuration/liveness-readiness-startup-probes/`,
};

/** Image names, tags, digests and pull policies. */
export const images: Reference = { title: 'Kubernetes: images', url: `${docs}/concepts/containers/images/` };

/** Good practice for Secrets. */
export const secrets: Reference = {
  title: 'Kubernetes: good practices for Secrets',
  url: `${docs}/concepts/security/secrets-good-practices/`,
};

/** Volumes of a node's own file system. */
export const hostPath: Reference = {
  title: 'Kubernetes: hostPath volumes',
  url: `${docs}/concepts/storage/volumes/#hostpath`,
};

/** Service accounts and their tokens. */
export const serviceAccounts: Reference = {
  title: 'Kubernetes: configure service accounts for pods',
  url: `${docs}/tasks/configure-pod-container/configure-service-account/`,
};

/** Good practice for roles. */
export const rbac: Reference = {
  title: 'Kubernetes: role based access control good practices',
  url: `${docs}/concepts/security/rbac-good-practices/`,
};

/** Where pods are placed. */
export const affinity: Reference = {
  title: 'Kubernetes: assigning pods to nodes',
  url: `${docs}/concepts/scheduling-eviction/assign-pod-node/`,
};

/** Disruptions and their budgets. */
export const disruptions: Reference = {
  title: 'Kubernetes: disruptions',
  url: `${docs}/concepts/workloads/pods/disruptions/`,
};

/** Horizontal pod autoscaling. */
export const autoscaling: Reference = {
  title: 'Kubernetes: horizontal pod autoscaling',
  url: `${docs}/concepts/workloads/autoscaling/horizontal-pod-autoscale/`,
};

/** Services. */
export const services: Reference = {
  title: 'Kubernetes: Service',
  url: `${docs}/concepts/services-networking/service/`,
};

/** Network policies. */
export const networkPolicies: Reference = {
  title: 'Kubernetes: network policies',
  url: `${docs}/concepts/services-networking/network-policies/`,
};
