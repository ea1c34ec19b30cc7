import { resolve } from '../../core';
import type { Kind, Technology } from '../../core';
import { moduleFacts } from './module-facts';

const policies = [
  'aws_iam_policy',
  'aws_iam_role_policy',
  'aws_iam_user_policy',
  'aws_iam_group_policy',
  'aws_s3_bucket_policy',
];

const terraformModule: Kind = {
  id: 'terraform/module',
  title: 'Terraform or OpenTofu configuration',
  formats: ['hcl'],
  paths: ['*.tf', '*.tofu'],
  recognise({ root }, path) {
    const map = resolve(root);
    if (map?.type !== 'map' || /\.tfvars$/i.test(path)) return false;
    return map.entries.some(({ key }) =>
      ['resource', 'data', 'module', 'terraform', 'provider'].includes(key),
    );
  },
  mounts: policies.map((type) => ({ at: ['resource', type, '*', 'policy'], as: 'aws/policy' })),
  facts: moduleFacts,
};

/** Terraform: the cloud resources that models are trained, kept and served with. */
const technology: Technology = {
  slug: 'terraform',
  title: 'Terraform',
  pattern: 'security-compliance',
  homepage: 'https://developer.hashicorp.com/terraform',
  kinds: [terraformModule],
  views: [],
};

export default technology;
