import type { DocumentModel, FormatEdits } from '../../core/document';
import { yamlEdits } from '../yaml/edits';
import { frontMatter } from './front-matter';

/** Edits of front matter, which is YAML; the text below it is left alone. */
export const markdownEdits: FormatEdits = {
  setScalar: (document, node, value) => yamlEdits.setScalar(asYaml(document), node, value),
  replace: (document, entry, value) => yamlEdits.replace(asYaml(document), entry, value),
  insert: (document, map, key, value) => yamlEdits.insert(asYaml(document), map, key, value),
  remove: (document, map, entry) => yamlEdits.remove(asYaml(document), map, entry),
  renameKey: (document, entry, key) => yamlEdits.renameKey(asYaml(document), entry, key),
  append: (document, list, value) => yamlEdits.append(asYaml(document), list, value),
  removeItem: (document, list, item) => yamlEdits.removeItem(asYaml(document), list, item),
};

/** The front matter alone, at the offsets that it has in the whole text. */
function asYaml(document: DocumentModel): DocumentModel {
  const front = frontMatter(document.text);
  return { ...document, format: 'yaml', text: front?.yaml ?? '' };
}
