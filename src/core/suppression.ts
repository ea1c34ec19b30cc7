import { targetOf } from './comment-target';
import type { CommentTarget } from './comment-target';
import type { Comment, DocumentModel } from './document';
import type { RuleInfo } from './rule';
import { findEntry, resolve } from './tree';
import type { MapNode } from './tree';

/** One mark that silences rules, for a stretch of a sub-document or for the whole file. */
export interface Suppression {
  readonly scope: 'span' | 'document' | 'file';
  /** Offsets in the sub-document, for `span`. */
  readonly start: number;
  readonly end: number;
  silences(rule: RuleInfo): boolean;
}

const anyMark =
  /ai-patterns-disable|hadolint|checkov|kube-linter|kube-score|polaris\.fairwinds|kics-scan|nosemgrep|zizmor|trivy:ignore|check=skip|dclint/;

/** All marks of one sub-document: our own comments, and the peers' for rules that name an equivalent. */
export function suppressionsOf(
  document: DocumentModel,
  comments: (text: string) => Comment[],
): Suppression[] {
  if (!anyMark.test(document.text)) return [];
  const found: Suppression[] = [];
  for (const comment of comments(document.text)) found.push(...marksIn(document, comment));
  found.push(...annotationMarks(document));
  return found;
}

interface Mark {
  readonly pattern: RegExp;
  readonly where: CommentTarget | 'document' | 'file';
  matcher(listed: string): (rule: RuleInfo) => boolean;
}

/** Peer checks named `peer:id` that a rule lists; `listed` holds ids separated by commas, or nothing for all. */
const peer =
  (name: string) =>
  (listed: string): ((rule: RuleInfo) => boolean) => {
    const ids = splitList(listed).map((id) => `${name}:${id}`.toLowerCase());
    return (rule) =>
      rule.equivalents.some((known) =>
        ids.length === 0 ? known.startsWith(`${name}:`) : ids.includes(known.toLowerCase()),
      );
  };

function ours(listed: string): (rule: RuleInfo) => boolean {
  const ids = splitList(listed.split(/\s--(?:\s|$)/)[0] ?? '');
  return (rule) =>
    ids.length === 0 || ids.includes(rule.id) || (rule.formerly ?? []).some((id) => ids.includes(id));
}

const marks: readonly Mark[] = [
  { pattern: /ai-patterns-disable-next-line\b(.*)/, where: 'next', matcher: ours },
  { pattern: /ai-patterns-disable-line\b(.*)/, where: 'line', matcher: ours },
  { pattern: /ai-patterns-disable(?!-)\b(.*)/, where: 'file', matcher: ours },
  { pattern: /hadolint\s+global\s+ignore\s*=\s*([\w,\s]+)/, where: 'file', matcher: peer('hadolint') },
  { pattern: /hadolint\s+ignore\s*=\s*([\w,\s]+)/, where: 'next', matcher: peer('hadolint') },
  { pattern: /checkov:skip\s*=\s*(\w+)/, where: 'document', matcher: peer('checkov') },
  { pattern: /trivy:ignore:([\w,-]+)/, where: 'line-or-next', matcher: peer('trivy') },
  { pattern: /kics-scan\s+ignore-line/, where: 'next', matcher: peer('kics') },
  { pattern: /kics-scan\s+ignore(?!-)/, where: 'file', matcher: peer('kics') },
  { pattern: /nosemgrep(?::\s*([\w.,\s-]+))?/, where: 'line-or-next', matcher: peer('semgrep') },
  { pattern: /zizmor:\s*ignore\[([^\]]+)\]/, where: 'line', matcher: peer('zizmor') },
  { pattern: /\bcheck=skip=([\w,]+)/, where: 'file', matcher: peer('buildkit') },
  { pattern: /dclint\s+disable-file\s*(.*)/, where: 'file', matcher: peer('dclint') },
  { pattern: /dclint\s+disable-line\s*(.*)/, where: 'line', matcher: peer('dclint') },
  { pattern: /dclint\s+disable(?!-)\s*(.*)/, where: 'file', matcher: peer('dclint') },
];

function* marksIn(document: DocumentModel, comment: Comment): Iterable<Suppression> {
  for (const mark of marks) {
    const match = mark.pattern.exec(comment.text);
    if (!match) continue;
    const silences = mark.matcher(match[1] ?? '');
    if (mark.where === 'file' || mark.where === 'document') {
      yield { scope: mark.where, start: 0, end: 0, silences };
      continue;
    }
    yield { scope: 'span', ...targetOf(document, comment, mark.where), silences };
  }
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

/** Marks that Kubernetes users write as annotations of a resource. */
function annotationMarks(document: DocumentModel): Suppression[] {
  const annotations = mapAt(mapAt(resolve(document.root), 'metadata'), 'annotations');
  if (annotations?.type !== 'map') return [];
  const found: Suppression[] = [];
  const add = (silences: (rule: RuleInfo) => boolean): number =>
    found.push({ scope: 'document', start: 0, end: 0, silences });
  for (const { key, value } of annotations.entries) {
    const node = resolve(value);
    const text = node?.type === 'scalar' ? node.text : '';
    const linter = /^ignore-check\.kube-linter\.io\/(.+)$/.exec(key);
    if (linter) add(peer('kube-linter')(linter[1] ?? ''));
    const polaris = /^polaris\.fairwinds\.com\/(.+)-exempt$/.exec(key);
    if (polaris && text === 'true') add(kebabPeer('polaris', polaris[1] ?? ''));
    if (key === 'kube-linter.io/ignore-all') add(peer('kube-linter')(''));
    if (key === 'kube-score/ignore') add(peer('kube-score')(text));
    if (/^checkov\.io\/skip\d*$/.test(key)) add(peer('checkov')(text.split('=')[0] ?? ''));
  }
  return found;
}

/** Polaris writes its camel-case checks in kebab case in annotations, or as they are. */
function kebabPeer(name: string, id: string): (rule: RuleInfo) => boolean {
  const camel = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return peer(name)(`${id},${camel}`);
}

function mapAt(node: ReturnType<typeof resolve>, key: string): MapNode | undefined {
  if (node?.type !== 'map') return undefined;
  const value = resolve(findEntry(node, key)?.entry.value);
  return value?.type === 'map' ? value : undefined;
}
