import type { DocumentModel, Format, SyntaxProblem } from '../../core/document';
import type { MapNode } from '../../core/tree';
import { documentModel, entryOf, listNode, mapNode } from '../node-builders';
import { sqlEdits } from './sql-edits';
import { readStatement } from './sql-statement';
import { readTokens } from './sql-tokens';
import type { SqlToken } from './sql-tokens';

/** SQL of streaming databases and warehouses, statement by statement: Flink, Materialize, RisingWave, BigQuery. */
export const sqlFormat: Format = {
  id: 'sql',
  fileNames: [/\.sql$/i],
  languages: ['sql', 'flinksql', 'postgres', 'bigquery'],
  multiDocument: false,
  edits: sqlEdits,
  commentMark: '--',
  comments: (text) => [...readTokens(text).comments],
  load: () => Promise.resolve(),
  parse(text) {
    const document = readSql(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readSql,
};

function readSql(text: string): DocumentModel {
  const { tokens, templates, problems: tokenProblems } = readTokens(text);
  const problems: SyntaxProblem[] = [...tokenProblems];
  const statements: MapNode[] = [];
  for (const part of cutStatements(tokens)) {
    const problem = findUnbalanced(part);
    if (problem) problems.push(problem);
    const statement = readStatement(text, part);
    if (statement) statements.push(statement);
  }
  const incomplete = problems.length > 0 || templates.length > 0;
  return documentModel('sql', text, rootOf(text, statements), { problems, incomplete, masked: templates });
}

function rootOf(text: string, statements: readonly MapNode[]): MapNode | undefined {
  const first = statements[0];
  const last = statements[statements.length - 1];
  if (!first || !last) return undefined;
  const list = listNode(statements, { start: first.span.start, end: last.span.end });
  return mapNode([entryOf('statements', list)], { start: 0, end: text.length });
}

/** Statements without their semicolons; what begins a statement set is one of its own. */
function cutStatements(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [];
  let part: SqlToken[] = [];
  for (const token of tokens) {
    const isEnd = token.keyword === ';';
    if (!isEnd) part.push(token);
    const beginsSet = token.keyword === 'BEGIN' && part.length === 4 && part[0]?.keyword === 'EXECUTE';
    if (!isEnd && !beginsSet) continue;
    if (part.length > 0) parts.push(part);
    part = [];
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function findUnbalanced(tokens: readonly SqlToken[]): SyntaxProblem | undefined {
  const open: SqlToken[] = [];
  for (const token of tokens) {
    if (token.keyword === '(') open.push(token);
    else if (token.keyword === ')' && !open.pop()) {
      return { message: 'No parenthesis stands before this one.', span: token.span };
    }
  }
  const first = open[0];
  return first && { message: 'The parenthesis is not closed.', span: first.span };
}
