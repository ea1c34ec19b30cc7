import type { DocumentModel, Format } from './document';
import type { RuleInfo } from './rule';
import type { Edit } from './span';
import { findEntry, resolve } from './tree';

/** Today's id of each rule by the ids that it had. */
export function renamedRules(rules: Iterable<RuleInfo>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const { id, formerly = [] } of rules) for (const former of formerly) renamed.set(former, id);
  return renamed;
}

/** Edits that write today's ids of rules for former ones in our comments: what is disabled, and what is expected. */
export function idsInComments(
  document: DocumentModel,
  format: Format,
  renamed: ReadonlyMap<string, string>,
): Edit[] {
  const edits: Edit[] = [];
  for (const { text, span } of format.comments(document.text)) {
    const mark = /ai-patterns-(?:disable|expect)(?:-[a-z-]+)?\b/.exec(text);
    if (!mark) continue;
    const from = mark.index + mark[0].length;
    const reason = text.slice(from).search(/\s--(?:\s|$)/);
    const listed = text.slice(from, reason < 0 ? undefined : from + reason);
    for (const { 0: id, index } of listed.matchAll(/[\w-]+\/[\w-]+/g)) {
      const current = renamed.get(id);
      const start = span.start + from + index;
      if (current !== undefined) edits.push({ span: { start, end: start + id.length }, text: current });
    }
  }
  return edits;
}

/** Edits that write today's ids in the `rules` of a settings file; where both stand, the former one is left to the reader. */
export function idsInSettings(
  document: DocumentModel,
  format: Format,
  renamed: ReadonlyMap<string, string>,
): Edit[] {
  const root = resolve(document.root);
  const rules = root?.type === 'map' ? resolve(findEntry(root, 'rules')?.entry.value) : undefined;
  if (rules?.type !== 'map') return [];
  return rules.entries.flatMap((entry) => {
    const current = renamed.get(entry.key);
    if (current === undefined || findEntry(rules, current)) return [];
    return format.edits.renameKey(document, entry, current) ?? [];
  });
}
