import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';
import type { ListNode, MapNode } from '../../core/tree';
import { documentModel, entryOf, listNode, mapNode } from '../node-builders';
import { readLogicalLines } from './requirement-lines';
import { requirementsEdits } from './requirements-edits';
import { readOption, readRequirement } from './requirement';

/** Lists of Python packages for pip: requirements and constraints. */
export const requirementsFormat: Format = {
  id: 'requirements',
  fileNames: [/requirements[^/]*\.(?:txt|in)$/i, /^constraints[^/]*\.txt$/i],
  languages: ['pip-requirements'],
  multiDocument: false,
  edits: requirementsEdits,
  commentMark: '#',
  comments: (text): Comment[] => readLogicalLines(text).comments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = readRequirements(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readRequirements,
};

function readRequirements(text: string): DocumentModel {
  const requirements: MapNode[] = [];
  const options: MapNode[] = [];
  const problems: SyntaxProblem[] = [];
  const masked: Span[] = [];
  for (const line of readLogicalLines(text).lines) {
    const isOption = /^-/.test(line.text) && !/^(?:-e|--editable)(?:[\s=]|$)/.test(line.text);
    const node = isOption ? readOption(line) : readRequirement(line);
    if (node) (isOption ? options : requirements).push(node);
    else problems.push({ message: 'This is no requirement.', span: line.span });
    const open = node && findOpenSpecifier(node);
    if (!open) continue;
    problems.push({ message: 'A version is missing here.', span: open });
    masked.push(open);
  }
  const entries = [...listEntry('requirements', requirements), ...listEntry('options', options)];
  const root = entries.length > 0 ? mapNode(entries, { start: 0, end: text.length }) : undefined;
  return documentModel('requirements', text, root, { problems, masked });
}

/** A specifier whose version is not typed yet: `torch==`. */
function findOpenSpecifier(requirement: MapNode): Span | undefined {
  const specifier = requirement.entries.find((entry) => entry.key === 'specifier')?.value;
  return specifier?.type === 'scalar' && /[=<>!~,]$/.test(specifier.text) ? specifier.span : undefined;
}

function listEntry(key: string, nodes: readonly MapNode[]): ReturnType<typeof entryOf>[] {
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  if (!first || !last) return [];
  const list: ListNode = listNode(nodes, { start: first.span.start, end: last.span.end });
  return [entryOf(key, list)];
}
