import { findEntry, resolve } from '../../core';
import type { Fact, Kind, NodeView, Technology } from '../../core';

const pipeline: Kind = {
  id: 'dvc/pipeline',
  title: 'DVC pipeline',
  formats: ['yaml'],
  paths: ['dvc.yaml'],
  recognise: ({ root }, path) => {
    const map = resolve(root);
    return /(?:^|\/)dvc\.yaml$/.test(path) && map?.type === 'map' && findEntry(map, 'stages') !== undefined;
  },
  mounts: [{ at: ['stages', '*'], as: 'dvc/stage' }],
  facts: stageFacts,
};

/** DVC: stages that make data and models, with what they depend on. */
const technology: Technology = {
  slug: 'dvc',
  title: 'DVC',
  pattern: 'training',
  homepage: 'https://dvc.org',
  kinds: [pipeline],
  views: [{ id: 'dvc/stage', title: 'stage of a DVC pipeline' }],
};

export default technology;

function* stageFacts(root: NodeView): Iterable<Fact> {
  for (const stage of root.at('stages')?.entries() ?? []) {
    if (!/train/i.test(stage.key)) continue;
    yield { type: 'training', name: stage.key, attributes: { technology: 'dvc' }, span: stage.anchor };
  }
}
