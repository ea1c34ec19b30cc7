import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';
import type { Entry } from '../../core/tree';
import { documentModel, entryOf, mapNode, scalarNode } from '../node-builders';
import { dockerfileEdits } from './dockerfile-edits';
import { readInstruction } from './instruction';
import type { Instruction } from './instruction';
import { splitInstructions } from './instruction-lines';
import { readStages } from './stages';

const keywords = new Set(
  (
    'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER ' +
    'VOLUME WORKDIR'
  ).split(' '),
);

const otherFiles = /\.(?:dockerignore|md|txt|ya?ml|json|[jt]sx?|py|go|rs|java|rb|php|html?)$/;

/** Dockerfiles: stages with their instructions, and the commands that they run. */
export const dockerfileFormat: Format = {
  id: 'dockerfile',
  fileNames: [
    new RegExp(`^(?!.*${otherFiles.source})(?:dockerfile|containerfile)(?:[.-][^/]*)?$`, 'i'),
    /\.(?:dockerfile|containerfile)$/i,
  ],
  languages: ['dockerfile'],
  multiDocument: false,
  edits: dockerfileEdits,
  commentMark: '#',
  comments: findComments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = readDockerfile(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readDockerfile,
};

function readDockerfile(text: string): DocumentModel {
  const directives = readDirectives(text);
  const escape = directives.get('escape')?.text === '`' ? '`' : '\\';
  const lines = splitInstructions(text, escape);
  const problems: SyntaxProblem[] = [];
  const instructions: Instruction[] = [];
  for (const line of lines) {
    const instruction = readInstruction(line, escape);
    if (line.unclosed) problems.push({ message: 'The here-document never ends.', span: line.unclosed });
    if (keywords.has(instruction.keyword)) instructions.push(instruction);
    else problems.push({ message: 'There is no such instruction.', span: instruction.keywordSpan });
  }
  const stages = readStages(instructions);
  for (const problem of stages.problems) problems.push(problem);
  const entries: Entry[] = [];
  for (const [key, { text: value, span }] of directives) {
    if (key === 'syntax' || key === 'escape') entries.push(entryOf(key, scalarNode(value, span)));
  }
  entries.push(...stages.entries);
  const root = entries.length > 0 ? mapNode(entries, { start: 0, end: text.length }) : undefined;
  const masked = instructions.flatMap((instruction) => variablesOf(instruction, escape));
  return documentModel('dockerfile', text, root, { problems, incomplete: problems.length > 0, masked });
}

/** Directives such as `# syntax=…`, before anything else. */
function readDirectives(text: string): Map<string, { text: string; span: Span }> {
  const directives = new Map<string, { text: string; span: Span }>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
    const found = /^#\s*([A-Za-z]\w*)\s*=\s*(\S+)/.exec(line);
    const [whole, key, value] = found ?? [];
    if (whole === undefined || key === undefined || value === undefined) break;
    const end = at + whole.length;
    if (!directives.has(key.toLowerCase())) {
      directives.set(key.toLowerCase(), { text: value, span: { start: end - value.length, end } });
    }
    at += line.length + 1;
  }
  return directives;
}

/** Variables in instructions; those of FROM are put in where they are known. */
function variablesOf({ keyword, lines }: Instruction, escape: string): Span[] {
  if (keyword === 'FROM' || !lines.logical.text.includes('$')) return [];
  const spans: Span[] = [];
  for (const found of lines.logical.text.matchAll(/\$(?:\{[^}\n]*\}?|[A-Za-z_]\w*)/g)) {
    if (lines.logical.text[found.index - 1] === escape) continue;
    spans.push(lines.logical.sourceSpan({ start: found.index, end: found.index + found[0].length }));
  }
  return spans;
}

/** Lines that begin with a hash, those between continued lines and in scripts too. */
function findComments(text: string): Comment[] {
  const comments: Comment[] = [];
  for (const found of text.matchAll(/^(\uFEFF?[ \t]*)(#[^\r\n]*)/gm)) {
    const [, blanks = '', comment = ''] = found;
    const start = found.index + blanks.length;
    comments.push({ text: comment, span: { start, end: start + comment.length } });
  }
  return comments;
}
