import type { Parser, Tree } from '@lezer/common';
import type { Comment, DocumentModel, Format } from '../../core/document';
import { blankByteOrderMark } from '../node-builders';
import { pythonEdits, rememberArguments } from './python-edits';
import { readModule } from './read-module';

/** Longer files are not read: the parser takes about a second for each megabyte. */
export const largestPython = 256 * 1024;

const loaded: { parser?: Parser } = {};

/** Python source: its imports, calls with their arguments, strings and single assignments. */
export const pythonFormat: Format = {
  id: 'python',
  fileNames: [/\.pyw?$/i],
  languages: ['python'],
  multiDocument: false,
  edits: pythonEdits,
  commentMark: '#',
  comments: findComments,
  async load() {
    loaded.parser ??= (await import('@lezer/python')).parser;
  },
  parse(text) {
    const { document, isBroken } = readPython(text);
    return isBroken ? undefined : document;
  },
  parseTolerant: (text) => readPython(text).document,
};

function treeOf(text: string): Tree {
  if (!loaded.parser) throw new Error('The Python parser is not there yet: await load() before parse().');
  return loaded.parser.parse(text);
}

/**
 * What broken text lacks may stand in the part that could not be read, so absence proves nothing there. No
 * problem is told: the grammar does not know all of Python, and editors have a language server for that.
 */
function readPython(text: string): { readonly document: DocumentModel; readonly isBroken: boolean } {
  const base = { format: 'python', text, masked: [], problems: [] } as const;
  if (text.length > largestPython || text.includes('\0')) {
    return { document: { ...base, root: undefined, templated: false }, isBroken: false };
  }
  const source = blankByteOrderMark(text);
  const tree = treeOf(source);
  const isBroken = hasErrors(tree);
  const { root, argumentEnds } = readModule(source, tree);
  const document: DocumentModel = { ...base, root, templated: isBroken };
  rememberArguments(document, argumentEnds);
  return { document, isBroken };
}

/** The grammar takes a bare `yield` and a number such as `1.` for errors of no width. */
function hasErrors(tree: Tree): boolean {
  let found = false;
  tree.iterate({
    enter(node) {
      if (!node.type.isError) return !found;
      const { parent } = node.node;
      const isKnown = /^Yield/.test(parent?.name ?? '') || parent?.firstChild?.name === 'Number';
      if (node.from < node.to || !isKnown) found = true;
      return !found;
    },
  });
  return found;
}

function findComments(text: string): Comment[] {
  if (text.length > largestPython || text.includes('\0')) return [];
  const comments: Comment[] = [];
  treeOf(blankByteOrderMark(text)).iterate({
    enter(node) {
      if (node.name !== 'Comment') return;
      comments.push({ text: text.slice(node.from, node.to), span: { start: node.from, end: node.to } });
    },
  });
  return comments;
}
