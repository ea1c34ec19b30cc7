import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
import { isNestedTooDeep } from '../nesting';
import { blankByteOrderMark, documentModel } from '../node-builders';
import { findTomlComments } from './toml-comments';
import { tomlEdits } from './toml-edits';
import { readPieces } from './toml-pieces';
import type { TomlParser } from './toml-pieces';
import { TomlTree } from './toml-tree';

/** Fetches the parser when it is first asked for. */
class LazyTomlParser {
  private parser: TomlParser | undefined;

  async load(): Promise<void> {
    this.parser ??= await import('toml-eslint-parser');
  }

  get(): TomlParser {
    if (!this.parser) throw new Error('The TOML parser is not loaded: await tomlFormat.load() first.');
    return this.parser;
  }
}

const lazy = new LazyTomlParser();

/** TOML: tables as nested maps, arrays of tables as lists. */
export const tomlFormat: Format = {
  id: 'toml',
  fileNames: [/\.toml$/i, /^pipfile$/i, /^(?:cargo|poetry|uv)\.lock$/i],
  languages: ['toml'],
  multiDocument: false,
  edits: tomlEdits,
  commentMark: '#',
  comments: (text): Comment[] => findTomlComments(text),
  load: () => lazy.load(),
  parse(text) {
    const document = readToml(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readToml,
};

function readToml(text: string): DocumentModel {
  const parser = lazy.get();
  if (isNestedTooDeep(text, '"\'')) {
    const problem = { message: 'Brackets nest too deep to be read.', span: { start: 0, end: text.length } };
    return documentModel('toml', text, undefined, { problems: [problem], incomplete: true });
  }
  const tree = new TomlTree(text);
  const problems: SyntaxProblem[] = [];
  for (const piece of readPieces(parser, blankByteOrderMark(text))) {
    if (piece.is === 'read') tree.add(piece.program, piece.offset);
    else {
      problems.push(piece.problem);
      if (piece.isHeader) tree.leaveTable();
    }
  }
  return documentModel('toml', text, tree.finish(), { problems, incomplete: problems.length > 0 });
}
