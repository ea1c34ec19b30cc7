import type { DocumentModel, Format, FormatEdits } from '../../core/document';
import { documentModel } from '../node-builders';
import { readXml } from './xml-scanner';

/** Values are set where they stand; elements are neither made nor removed. */
const xmlEdits: FormatEdits = {
  setScalar: (_document, node, value) =>
    typeof value === 'object' ? undefined : [{ span: node.span, text: escaped(String(value)) }],
  replace: () => undefined,
  insert: () => undefined,
  remove: () => undefined,
  renameKey: () => undefined,
  append: () => undefined,
  removeItem: () => undefined,
};

/** XML, as far as build files of Maven need it: elements and their text, without attributes and namespaces. */
export const xmlFormat: Format = {
  id: 'xml',
  fileNames: [/^pom\.xml$/i],
  languages: [],
  multiDocument: false,
  edits: xmlEdits,
  commentMark: '',
  comments: (text) => readXml(text).comments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = read(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: read,
};

function read(text: string): DocumentModel {
  const { root, problems } = readXml(text);
  return documentModel('xml', text, root, { problems, incomplete: problems.length > 0 });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
