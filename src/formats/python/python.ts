import type { Parser, Tree } from '@lezer/common';
import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
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
    const document = readPython(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readPython,
};

function treeOf(text: string): Tree {
  if (!loaded.parser) throw new Error('The Python parser is not there yet: await load() before parse().');
  return loaded.parser.parse(text);
}

function readPython(text: string): DocumentModel {
  const base = { format: 'python', text, masked: [] } as const;
  if (text.length > largestPython || text.includes('\0')) {
    return { ...base, root: undefined, problems: [], templated: false };
  }
  const source = blankByteOrderMark(text);
  const tree = treeOf(source);
  const problems = findProblems(tree);
  const { root, argumentEnds } = readModule(source, tree);
  // What a broken file lacks may stand in the part that could not be read.
  const document: DocumentModel = { ...base, root, problems, templated: problems.length > 0 };
  rememberArguments(document, argumentEnds);
  return document;
}

/** Places that the grammar cannot read, the first of each line. */
function findProblems(tree: Tree): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  tree.iterate({
    enter(node) {
      if (node.type.isError && problems.length < 50) {
        problems.push({ message: 'This is not Python.', span: { start: node.from, end: node.to } });
      }
    },
  });
  return problems;
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
