import type { Reference } from '../../core';

const flink = 'https://nightlies.apache.org/flink/flink-docs-release-2.2';
const operator = 'https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main';

/** All settings of checkpoints with their defaults. */
export const checkpointing: Reference = {
  title: 'Flink 2.2: checkpointing configuration',
  url: `${flink}/docs/deployment/config/#checkpointing`,
};

/** What a checkpoint is kept for, and where. */
export const checkpoints: Reference = {
  title: 'Flink 2.2: checkpoints',
  url: `${flink}/docs/ops/state/checkpoints/`,
};

/** What holds state, and which backend suits what size. */
export const stateBackends: Reference = {
  title: 'Flink 2.2: state backends',
  url: `${flink}/docs/ops/state/state_backends/`,
};

/** Restart strategies and their defaults. */
export const taskFailure: Reference = {
  title: 'Flink 2.2: task failure recovery',
  url: `${flink}/docs/ops/state/task_failure_recovery/`,
};

/** What to check before production. */
export const productionReadiness: Reference = {
  title: 'Flink 2.2: production readiness checklist',
  url: `${flink}/docs/ops/production_ready/`,
};

/** High availability and what it needs. */
export const highAvailabilityPage: Reference = {
  title: 'Flink 2.2: high availability',
  url: `${flink}/docs/deployment/ha/overview/`,
};

/** What 2.0 removed and renamed. */
export const releaseNotes20: Reference = {
  title: 'Flink 2.0 release notes',
  url: 'https://nightlies.apache.org/flink/flink-docs-release-2.0/release-notes/flink-2.0/',
};

/** Which releases exist, and which are kept up. */
export const downloads: Reference = {
  title: 'Apache Flink: downloads',
  url: 'https://flink.apache.org/downloads/',
};

/** The operator's own list of what it refuses. */
export const validator: Reference = {
  title: 'Flink Kubernetes operator: DefaultValidator',
  url: 'https://github.com/apache/flink-kubernetes-operator/blob/main/flink-kubernetes-operator/src/main/java/org/apache/flink/kubernetes/operator/validation/DefaultValidator.java',
};

/** Upgrade modes and what they need. */
export const jobManagement: Reference = {
  title: 'Flink Kubernetes operator: job management',
  url: `${operator}/docs/custom-resource/job-management/`,
};

/** Fields of the custom resources. */
export const customResources: Reference = {
  title: 'Flink Kubernetes operator: reference of the custom resources',
  url: `${operator}/docs/custom-resource/reference/`,
};

/** The Kafka connector of Flink SQL. */
export const kafkaConnector: Reference = {
  title: 'Flink SQL: Apache Kafka connector',
  url: `${flink}/docs/connectors/table/kafka/`,
};

/** Event time in Flink SQL. */
export const timeAttributes: Reference = {
  title: 'Flink SQL: time attributes',
  url: `${flink}/docs/dev/table/concepts/time_attributes/`,
};
