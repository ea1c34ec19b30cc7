import { resolve } from '../../core';
import type { DocumentModel, Span, TreeNode } from '../../core';

/** One URI of a registered model, and the place of what follows the model's name. */
export interface ModelUri {
  readonly name: string;
  /** `7`, `Production` or `latest`. */
  readonly version: string;
  readonly span: Span;
}

const uri = /models:\/([\w. -]+)\/([\w-]+)(?![\w./-])/g;

/** The URIs `models:/name/version` in values of the document; comments have none. */
export function* modelUris(document: DocumentModel): Iterable<ModelUri> {
  if (document.root) yield* below(document.root, document, 0);
}

function* below(node: TreeNode, document: DocumentModel, depth: number): Iterable<ModelUri> {
  const own = node.type === 'alias' ? undefined : resolve(node);
  if (!own || depth > 30) return;
  if (own.type === 'list') for (const item of own.items) yield* below(item, document, depth + 1);
  if (own.type === 'map') for (const { value } of own.entries) yield* below(value, document, depth + 1);
  if (own.type !== 'scalar' || !own.text.includes('models:/')) return;
  const written = document.text.slice(own.span.start, own.span.end);
  for (const match of written.matchAll(uri)) {
    const [whole, name = '', version = ''] = match;
    const end = own.span.start + match.index + whole.length;
    yield { name, version, span: { start: end - version.length, end } };
  }
}
