import type { Fact, Kind, NodeView, Technology } from '../../core';
import { settingOf } from './settings';

const experiment: Kind = {
  id: 'katib/experiment',
  title: 'Katib Experiment',
  formats: ['yaml', 'json'],
  resource: { group: 'kubeflow.org', kinds: ['Experiment'], versions: ['v1beta1'] },
  booleans: 'yaml-1.1',
  mounts: [{ at: ['spec', 'trialTemplate', 'trialSpec'], as: 'by-resource' }],
  isPartial: (root) => root.has('$patch') || !root.has('spec'),
  facts: experimentFacts,
};

/** Katib: hyperparameter tuning on Kubernetes. Its CRD has no schema, so that nothing else tells of mistakes in time. */
const technology: Technology = {
  slug: 'katib',
  title: 'Katib',
  pattern: 'training',
  homepage: 'https://www.kubeflow.org/docs/components/katib/',
  kinds: [experiment],
  views: [],
};

export default technology;

function* experimentFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const seeded = ['random_state', 'seed'].some((key) => settingOf(root, key) !== undefined);
  yield {
    type: 'training',
    name: name.value,
    attributes: { technology: 'katib', ...(seeded && { seed: 'true' }) },
    span: name.span,
  };
}
