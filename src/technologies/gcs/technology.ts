import { findEntry, resolve } from '../../core';
import type { DocumentModel, Fact, Kind, Mount, NodeView, Path, ResolvedNode, Technology } from '../../core';
import { ageOf, actionType, isScoped } from './lifecycle';

const lifecycle = (...at: Path): Mount => ({ at, as: 'gcs/lifecycle-rules', adapt: listOnly });

const lifecycleFile: Kind = {
  id: 'gcs/lifecycle-file',
  title: 'lifecycle of a bucket',
  formats: ['json', 'yaml'],
  paths: ['lifecycle*.json'],
  recognise: (document) => isLifecycle(rootEntry(document, 'rule')) || isLoneLifecycle(document),
  mounts: [lifecycle('rule'), lifecycle('lifecycle', 'rule')],
};

const bucket: Kind = {
  id: 'gcs/bucket',
  title: 'bucket as the JSON API has it',
  formats: ['json'],
  recognise: (document) => {
    if (scalar(rootEntry(document, 'kind')) === 'storage#bucket') return true;
    return rootEntry(document, 'iamConfiguration') !== undefined && rootEntry(document, 'name') !== undefined;
  },
  mounts: [lifecycle('lifecycle', 'rule')],
  facts: (root) => bucketFacts(root, ['name'], ['lifecycle', 'rule']),
};

const configConnector: Kind = {
  id: 'gcs/config-connector-bucket',
  title: 'StorageBucket of Config Connector',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  resource: { group: 'storage.cnrm.cloud.google.com', kinds: ['StorageBucket'] },
  isPartial: (root) => root.has('$patch') || !root.has('spec'),
  mounts: [lifecycle('spec', 'lifecycleRule')],
  facts: (root) =>
    bucketFacts(root, root.has('spec', 'resourceID') ? ['spec', 'resourceID'] : ['metadata', 'name'], [
      'spec',
      'lifecycleRule',
    ]),
};

const terraform: Kind = {
  id: 'gcs/terraform',
  title: 'Terraform with buckets',
  formats: ['hcl', 'json'],
  recognise: (document) =>
    document.text.includes('google_storage_bucket') && rootEntry(document, 'resource') !== undefined,
  mounts: [{ at: ['resource', 'google_storage_bucket', '*'], as: 'gcs/terraform-bucket' }],
};

const policy: Kind = {
  id: 'gcs/iam-policy',
  title: 'IAM policy file',
  formats: ['json', 'yaml'],
  recognise: (document) =>
    rootEntry(document, 'apiVersion') === undefined &&
    rootEntry(document, 'bindings')?.type === 'list' &&
    /roles\/storage\./.test(document.text),
};

const policyResource: Kind = {
  id: 'gcs/config-connector-policy',
  title: 'IAM policy of Config Connector',
  formats: ['yaml', 'json'],
  resource: {
    group: 'iam.cnrm.cloud.google.com',
    kinds: ['IAMPolicy', 'IAMPartialPolicy', 'IAMPolicyMember'],
  },
};

/** Google Cloud Storage: buckets, lifecycles and who may read. */
const technology: Technology = {
  slug: 'gcs',
  title: 'Google Cloud Storage',
  pattern: 'data-pipeline',
  homepage: 'https://cloud.google.com/storage/docs',
  kinds: [lifecycleFile, bucket, configConnector, terraform, policy, policyResource],
  views: [
    {
      id: 'gcs/lifecycle-rules',
      title: 'rules of a lifecycle',
      mounts: [{ at: ['*'], as: 'gcs/lifecycle-rule' }],
    },
    { id: 'gcs/lifecycle-rule', title: 'one rule of a lifecycle' },
    {
      id: 'gcs/terraform-bucket',
      title: 'google_storage_bucket of Terraform',
      mounts: [lifecycle('lifecycle_rule')],
    },
  ],
};

export default technology;

function rootEntry(document: DocumentModel, key: string): ResolvedNode | undefined {
  const root = resolve(document.root);
  return root?.type === 'map' ? resolve(findEntry(root, key)?.entry.value) : undefined;
}

function scalar(node: ResolvedNode | undefined): string | undefined {
  return node?.type === 'scalar' ? node.text : undefined;
}

/** A list of rules that have an action and a condition, as no other lifecycle has. */
function isLifecycle(rules: ResolvedNode | undefined): boolean {
  if (rules?.type !== 'list') return false;
  return rules.items.some((item) => {
    const rule = resolve(item);
    return rule?.type === 'map' && findEntry(rule, 'action') !== undefined;
  });
}

/** `{"lifecycle": {"rule": […]}}` and nothing else of a bucket. */
function isLoneLifecycle(document: DocumentModel): boolean {
  const root = resolve(document.root);
  const inner = rootEntry(document, 'lifecycle');
  if (root?.type !== 'map' || root.entries.length !== 1 || inner?.type !== 'map') return false;
  return isLifecycle(resolve(findEntry(inner, 'rule')?.entry.value));
}

function listOnly(node: ResolvedNode): { node: ResolvedNode; edits: 'same' } | undefined {
  return node.type === 'list' ? { node, edits: 'same' } : undefined;
}

function* bucketFacts(root: NodeView, name: Path, rules: Path): Iterable<Fact> {
  const value = root.text(...name);
  if (value.is !== 'known') return;
  const ages = (root.at(...rules)?.items() ?? []).flatMap((rule) => {
    if (actionType(rule) !== 'Delete' || isScoped(rule)) return [];
    const age = ageOf(rule);
    return age?.is === 'known' ? [age.value] : [];
  });
  const attributes = {
    provider: 'gs',
    ...(ages.length > 0 && { retentionDays: String(Math.min(...ages)) }),
  };
  yield { type: 'bucket', name: value.value, attributes, span: value.span };
}
