import { known } from '../../core';
import type { NodeView, OptionSpec, Path, ViewId } from '../../core';
import { isNamedLike } from '../../shapes/name-globs';

/** Where the three ways of writing a bucket keep the same thing. */
export interface BucketPaths {
  readonly uniform: Path;
  readonly prevention: Path;
  readonly softDelete: Path;
  readonly retention: Path;
  readonly versioning: Path;
  readonly lifecycle: Path;
  readonly website: Path;
}

/** Views of a bucket, and their paths. */
export const bucketViews: Readonly<Record<ViewId, BucketPaths | undefined>> = {
  'gcs/bucket': {
    uniform: ['iamConfiguration', 'uniformBucketLevelAccess', 'enabled'],
    prevention: ['iamConfiguration', 'publicAccessPrevention'],
    softDelete: ['softDeletePolicy', 'retentionDurationSeconds'],
    retention: ['retentionPolicy'],
    versioning: ['versioning', 'enabled'],
    lifecycle: ['lifecycle', 'rule'],
    website: ['website'],
  },
  'gcs/config-connector-bucket': {
    uniform: ['spec', 'uniformBucketLevelAccess'],
    prevention: ['spec', 'publicAccessPrevention'],
    softDelete: ['spec', 'softDeletePolicy', 'retentionDurationSeconds'],
    retention: ['spec', 'retentionPolicy'],
    versioning: ['spec', 'versioning', 'enabled'],
    lifecycle: ['spec', 'lifecycleRule'],
    website: ['spec', 'website'],
  },
  'gcs/terraform-bucket': {
    uniform: ['uniform_bucket_level_access'],
    prevention: ['public_access_prevention'],
    softDelete: ['soft_delete_policy', '0', 'retention_duration_seconds'],
    retention: ['retention_policy'],
    versioning: ['versioning', '0', 'enabled'],
    lifecycle: ['lifecycle_rule'],
    website: ['website'],
  },
};

/** Every place where a whole bucket stands. */
export const everyBucket = Object.keys(bucketViews).map((view) => ({ view, path: [] }));

/** The same without Terraform, for what the rules of Terraform say already. */
export const bucketOutsideTerraform = everyBucket.filter(({ view }) => view !== 'gcs/terraform-bucket');

/** The paths of the view that the bucket stands in. */
export function pathsOf(bucket: NodeView): BucketPaths | undefined {
  return bucketViews[bucket.context.view.id];
}

/** Names of buckets that models learn from; an option of every rule that goes by names. */
export const dataBuckets: OptionSpec = {
  type: 'string[]',
  default: [
    '*train*',
    '*dataset*',
    '*feedback*',
    '*label*',
    '*feature*',
    '*checkpoint*',
    '*model*',
    '*prediction*',
  ],
  description: 'Names of buckets or prefixes that hold what models learn from; * stands for any characters.',
};

/** Names of buckets for what may be thrown away; an option of every rule that goes by names. */
export const temporaryBuckets: OptionSpec = {
  type: 'string[]',
  default: ['*tmp*', '*-temp', 'temp-*', '*-temp-*', '*staging*', '*scratch*', '*dataflow*'],
  description: 'Names of buckets for what may be thrown away; * stands for any characters.',
};

/** The name of the bucket that a node belongs to; undefined where it is not told. */
export function bucketName(at: NodeView): string | undefined {
  for (let view: NodeView | undefined = at; view; view = view.outer) {
    if (!pathsOf(view)) continue;
    const own = known(view.text('spec', 'resourceID')) ?? known(view.text('metadata', 'name'));
    return own ?? known(view.text('name'));
  }
  return undefined;
}

/** Whether the bucket has a name like one of these. */
export function isBucketLike(at: NodeView, globs: readonly string[]): boolean {
  return isNamedLike([bucketName(at)], globs);
}

/** Where the bucket's name stands, to underline; else the node's own place. */
export function namePlace(bucket: NodeView): NodeView | undefined {
  return bucket.at('name') ?? bucket.at('metadata', 'name');
}
