import type { IsoDate, Project, Range, Registry } from '../core';
import { LineIndex } from '../core';
import { keyMarkdown } from './key-markdown';
import { keyViews, keysAt } from './key-places';
import type { KeyStore } from './key-store';
import { supportNote, versionInQuestion, versionMarkdownAt, versionsIn } from './version-places';
import type { SupportNote } from './version-places';

/** One thing that a hover says, and of what. */
export interface HoverPart {
  readonly markdown: string;
  readonly range: Range;
}

/** What is looked up in: a project's file, as it was read last. */
export interface LookupIn {
  readonly registry: Registry;
  readonly store: KeyStore;
  readonly project: Project;
  readonly path: string;
  readonly today: IsoDate;
}

/** What is known of the key and of the version at a place. */
export async function hoverAt(where: LookupIn, line: number, character: number): Promise<HoverPart[]> {
  const { registry, store, project, path, today } = where;
  const read = project
    .file(path)
    ?.documents()
    .findLast(({ firstLine }) => firstLine <= line);
  if (!read) return [];
  const { document } = read.result;
  const lines = new LineIndex(document.text);
  const rangeOf = ({ start, end }: { start: number; end: number }): Range => ({
    start: lines.position(start, read.firstLine),
    end: lines.position(end, read.firstLine),
  });
  const offset = lines.offset({ line: line - read.firstLine, character });
  const kinds = registry.kindsOf(document, path);
  const versions = versionMarkdownAt(versionsIn(registry, document, kinds, today), offset, today);
  const parts = versions.map(({ judged, markdown }) => ({ markdown, range: rangeOf(judged.mention.span) }));
  const told = new Set<string>();
  for (const { root, name, at } of keysAt(keyViews(registry, document, kinds), offset)) {
    const found = await store.find(root.context.view.keys ?? [], name);
    if (!found) continue;
    const own = versionInQuestion(
      registry,
      document,
      kinds,
      found.set.facts,
      project.settingsOf(path).versions,
    );
    const isOnKey = at.anchor.start <= offset && offset <= at.anchor.end;
    // The same key may be known to a producer and to a consumer; it is told once for a place.
    const place = `${at.anchor.start}`;
    if (told.has(place)) continue;
    told.add(place);
    parts.push({ markdown: keyMarkdown(found, name, own), range: rangeOf(isOnKey ? at.anchor : at.span) });
  }
  return parts;
}

/** A note on support with its place, and the edits that name a supported version. */
export interface PlacedNote {
  readonly note: SupportNote;
  readonly range: Range;
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

/** The versions of a file whose support is over or will soon be. */
export function supportNotes({ registry, project, path, today }: Omit<LookupIn, 'store'>): PlacedNote[] {
  const read = project.file(path)?.documents() ?? [];
  return read.flatMap(({ result: { document }, firstLine }) => {
    const lines = new LineIndex(document.text);
    const rangeOf = ({ start, end }: { start: number; end: number }): Range => ({
      start: lines.position(start, firstLine),
      end: lines.position(end, firstLine),
    });
    const kinds = registry.kindsOf(document, path);
    return versionsIn(registry, document, kinds, today).flatMap((judged) => {
      const note = supportNote(judged, today);
      if (!note) return [];
      const edits = note.nearest === undefined ? [] : (judged.mention.write(note.nearest) ?? []);
      return [
        {
          note,
          range: rangeOf(judged.mention.span),
          edits: edits.map(({ span, text }) => ({ range: rangeOf(span), text })),
        },
      ];
    });
  });
}
