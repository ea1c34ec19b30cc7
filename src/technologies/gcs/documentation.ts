import type { Reference } from '../../core';

const documentation = 'https://cloud.google.com/storage/docs';

/** Actions, conditions and their order. */
export const lifecyclePage: Reference = {
  title: 'Cloud Storage: object lifecycle management',
  url: `${documentation}/lifecycle`,
};

/** Objects that can be had back after they were deleted. */
export const softDelete: Reference = {
  title: 'Cloud Storage: soft delete',
  url: `${documentation}/soft-delete`,
};

/** Versions of objects. */
export const versioning: Reference = {
  title: 'Cloud Storage: object versioning',
  url: `${documentation}/object-versioning`,
};

/** What keeps a bucket from being public. */
export const publicAccessPrevention: Reference = {
  title: 'Cloud Storage: public access prevention',
  url: `${documentation}/public-access-prevention`,
};

/** One way of granting access instead of two. */
export const uniformAccess: Reference = {
  title: 'Cloud Storage: uniform bucket-level access',
  url: `${documentation}/uniform-bucket-level-access`,
};

/** Classes, their prices and least durations. */
export const storageClasses: Reference = {
  title: 'Cloud Storage: storage classes',
  url: `${documentation}/storage-classes`,
};

/** The resource of Terraform. */
export const terraformBucket: Reference = {
  title: 'Terraform: google_storage_bucket',
  url: 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
};

/** The resource of Config Connector. */
export const configConnectorBucket: Reference = {
  title: 'Config Connector: StorageBucket',
  url: 'https://cloud.google.com/config-connector/docs/reference/resource-docs/storage/storagebucket',
};
