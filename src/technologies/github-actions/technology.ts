import { findEntry, resolve } from '../../core';
import type { DocumentModel, Kind, Technology } from '../../core';

const workflow: Kind = {
  id: 'github-actions/workflow',
  title: 'GitHub Actions workflow',
  formats: ['yaml'],
  paths: ['.github/workflows/*.yml', '.github/workflows/*.yaml'],
  recognise: isWorkflow,
  mounts: [{ at: ['jobs', '*'], as: 'github-actions/job' }],
};

const action: Kind = {
  id: 'github-actions/action',
  title: 'GitHub Actions composite action',
  formats: ['yaml'],
  paths: ['action.yml', 'action.yaml'],
  recognise: isAction,
  mounts: [{ at: ['runs', 'steps', '*'], as: 'github-actions/step' }],
};

/** GitHub Actions: what builds, tests and ships models and their servers. */
const technology: Technology = {
  slug: 'github-actions',
  title: 'GitHub Actions',
  pattern: 'security-compliance',
  homepage: 'https://docs.github.com/actions',
  kinds: [workflow, action],
  views: [
    {
      id: 'github-actions/job',
      title: 'job of a workflow',
      mounts: [{ at: ['steps', '*'], as: 'github-actions/step' }],
    },
    { id: 'github-actions/step', title: 'step of a job or a composite action' },
  ],
};

export default technology;

/** By content: triggers and jobs; by place where one of them is missing. */
function isWorkflow(document: DocumentModel, path: string): boolean {
  const root = resolve(document.root);
  if (root?.type !== 'map' || findEntry(root, 'runs')) return false;
  if (/(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path)) return true;
  const jobs = resolve(findEntry(root, 'jobs')?.entry.value);
  return jobs?.type === 'map' && findEntry(root, 'on') !== undefined;
}

function isAction(document: DocumentModel): boolean {
  const root = resolve(document.root);
  if (root?.type !== 'map') return false;
  const runs = resolve(findEntry(root, 'runs')?.entry.value);
  return runs?.type === 'map' && findEntry(runs, 'using') !== undefined;
}
