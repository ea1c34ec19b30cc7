import type { Fact, Kind, NodeView, Technology } from '../../core';

const kustomization: Kind = {
  id: 'kustomize/kustomization',
  title: 'Kustomization',
  formats: ['yaml'],
  recognise: (_document, path) => /(?:^|\/)kustomization\.ya?ml$/.test(path),
  facts: patchFiles,
};

/** Kustomize: its patch lists tell which files are only parts of a resource. */
const technology: Technology = {
  slug: 'kustomize',
  title: 'Kustomize',
  pattern: 'deployment',
  homepage: 'https://kustomize.io',
  kinds: [kustomization],
  views: [],
};

export default technology;

/** Files that hold patches: in them absence proves nothing. */
function* patchFiles(root: NodeView): Iterable<Fact> {
  for (const key of ['patchesStrategicMerge', 'patches', 'patchesJson6902']) {
    for (const item of root.at(key)?.items() ?? []) {
      const path = item.node?.type === 'scalar' ? item.text() : item.text('path');
      if (path.is === 'known' && !path.value.includes('\n')) {
        yield { type: 'patch-file', name: path.value, attributes: {}, span: path.span };
      }
    }
  }
}
