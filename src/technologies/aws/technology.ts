import { findEntry, resolve } from '../../core';
import type { DocumentModel, Kind, ResolvedNode, Technology } from '../../core';
import { templateFacts } from './template-facts';

const template: Kind = {
  id: 'aws/template',
  title: 'CloudFormation template',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  paths: ['template.yaml', '*.template', '*.template.json', 'cloudformation/*.yaml'],
  recognise: isTemplate,
  mounts: [
    { at: ['Resources', '*', 'Properties', 'PolicyDocument'], as: 'aws/policy' },
    { at: ['Resources', '*', 'Properties', 'Policies', '*', 'PolicyDocument'], as: 'aws/policy' },
  ],
  facts: templateFacts,
};

const policyFile: Kind = {
  id: 'aws/policy-file',
  title: 'IAM policy',
  formats: ['json'],
  paths: ['*policy*.json'],
  recognise: ({ root }) => isPolicy(resolve(root)),
  mounts: [{ at: [], as: 'aws/policy' }],
};

/** AWS: CloudFormation templates and IAM policies of AI systems. */
const technology: Technology = {
  slug: 'aws',
  title: 'AWS CloudFormation and IAM',
  pattern: 'security-compliance',
  homepage: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/Welcome.html',
  kinds: [template, policyFile],
  views: [{ id: 'aws/policy', title: 'policy of permissions, wherever it stands' }],
};

export default technology;

/** The version is optional in a template, so its resources tell: each has a type of AWS. */
function isTemplate({ root }: DocumentModel): boolean {
  const resources = valueOf(resolve(root), 'Resources');
  if (resources?.type !== 'map') return false;
  return resources.entries.some(({ value }) => {
    const type = valueOf(resolve(value), 'Type');
    return type?.type === 'scalar' && type.text.startsWith('AWS::');
  });
}

function isPolicy(root: ResolvedNode | undefined): boolean {
  const version = valueOf(root, 'Version');
  const isVersion = version?.type === 'scalar' && /^20(?:08-10-17|12-10-17)$/.test(version.text);
  return isVersion && valueOf(root, 'Statement') !== undefined;
}

function valueOf(node: ResolvedNode | undefined, key: string): ResolvedNode | undefined {
  return node?.type === 'map' ? resolve(findEntry(node, key)?.entry.value) : undefined;
}
