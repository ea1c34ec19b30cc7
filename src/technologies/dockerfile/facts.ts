import type { Fact, NodeView } from '../../core';
import { parseImage } from '../../shapes/container-image';

/** The images that a build starts from. */
export function* baseImageFacts(root: NodeView): Iterable<Fact> {
  for (const stage of root.at('stages')?.items() ?? []) {
    const from = stage.at('from');
    const reference = from?.text('resolved');
    const image = reference?.is === 'known' ? parseImage(reference.value) : undefined;
    if (!from || from.has('stage') || reference?.is !== 'known' || !image) continue;
    const { repository, tag, digest } = image;
    const attributes = {
      role: 'base',
      ...(tag !== undefined && { tag }),
      ...(digest !== undefined && { digest }),
    };
    yield { type: 'image', name: repository, attributes, span: from.at('tag')?.span ?? reference.span };
  }
}
