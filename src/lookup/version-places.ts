import type { DocumentModel, IsoDate, Kind, Registry, Rule } from '../core';
import { Visitor } from '../core';
import { compareVersions, nearestSupported, readVersion, versionsMarkdown } from '../systems/versions';
import { judgeMention, shownPlaces } from '../technologies/versions/mentions';
import type { JudgedMention } from '../technologies/versions/mentions';
import noNonexistentVersion from '../technologies/versions/rules/no-nonexistent-version';

/** A version in a file whose support is over or will soon be. */
export interface SupportNote {
  readonly judged: JudgedMention;
  /** The first day without support, and whether that is past. */
  readonly ended: string;
  readonly isOver: boolean;
  readonly nearest: string | undefined;
}

// Looks where versions are shown; nothing is checked.
const looker: Rule = { ...noNonexistentVersion, looksAt: shownPlaces, check: () => [] };
const lookers = new WeakMap<Registry, Registry>();

/** The same formats and kinds, to look versions and keys up in. */
export function lookupRegistry(registry: Registry): Registry {
  let own = lookers.get(registry);
  if (!own) {
    own = registry.withRules([looker]);
    lookers.set(registry, own);
  }
  return own;
}

/** The versions of known products that a sub-document names, with what is known of them on a day. */
export function versionsIn(
  registry: Registry,
  document: DocumentModel,
  kinds: readonly Kind[],
  today: IsoDate,
): JudgedMention[] {
  const found = new Map<string, JudgedMention>();
  const { edits } = registry.format(document.format);
  const visitor = new Visitor(lookupRegistry(registry), document, edits, (_use, at) => {
    const judged = judgeMention(at, today);
    if (judged) found.set(`${judged.mention.span.start} ${judged.mention.technology}`, judged);
  });
  visitor.visit(kinds, false);
  return [...found.values()];
}

/** The versions that an offset is on, each with what a hover says of it. */
export function versionMarkdownAt(
  mentions: readonly JudgedMention[],
  offset: number,
  today: IsoDate,
): { readonly judged: JudgedMention; readonly markdown: string }[] {
  return mentions
    .filter(({ mention: { span } }) => span.start <= offset && offset <= span.end)
    .flatMap((judged) => {
      const { technology, version } = judged.mention;
      const markdown = versionsMarkdown(technology, version, today);
      return markdown === undefined ? [] : [{ judged, markdown }];
    });
}

const soonDays = 90;

/** What is to be said beside a version without being asked: nothing, unless its support is over or soon will be. */
export function supportNote(judged: JudgedMention, today: IsoDate): SupportNote | undefined {
  const { status, facts } = judged;
  if (status.is === 'end-of-life')
    return { judged, ended: status.ended, isOver: true, nearest: status.nearest };
  const ended = facts.lines.find(({ version }) => version === status.line)?.ended;
  if (ended === undefined || ended <= today) return undefined;
  const days = (Date.parse(ended.length === 7 ? `${ended}-01` : ended) - Date.parse(today)) / 86_400_000;
  if (days > soonDays) return undefined;
  const last = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10);
  return {
    judged,
    ended,
    isOver: false,
    nearest: nearestSupported(facts, status.line ?? '', last, judged.mention.version.split('.').length > 2),
  };
}

/** The version of a product that holds for a sub-document: the one it names itself, else the team's settings'. */
export function versionInQuestion(
  registry: Registry,
  document: DocumentModel,
  kinds: readonly Kind[],
  technology: string,
  settings: ReadonlyMap<string, string>,
): string | undefined {
  const named = new Set(
    versionsIn(registry, document, kinds, '9999-12-31')
      .filter(({ mention }) => mention.technology === technology)
      .map(({ mention }) => lineOf(mention.version)),
  );
  const [only] = named;
  if (named.size === 1) return only;
  const set = settings.get(technology);
  // Several versions in one document: the oldest has to be able to read it.
  if (named.size > 1) return [...named].sort(compareVersions)[0];
  return set === undefined ? undefined : lineOf(set);
}

function lineOf(version: string): string {
  const read = readVersion(version);
  return read ? read.numbers.slice(0, 2).join('.') : version.replace(/^v/, '');
}
