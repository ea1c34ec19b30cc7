import type { Fix, IsoDate } from '../../core';
import { areStale } from '../../systems/versions';
import type { ReleaseFacts } from '../../systems/versions';
import type { Mention } from './mentions';

/** What a message adds when the facts are old; empty otherwise. */
export function ageOf(facts: ReleaseFacts, today: IsoDate): string {
  return areStale(facts, today) ? ` (known on ${facts.checked}, more than a year ago)` : '';
}

/** Writes the nearest version, if it can be written as precisely as the one that stands there. */
export function fixOf(facts: ReleaseFacts, mention: Mention, nearest: string | undefined): Fix | undefined {
  if (nearest === undefined || depthOf(nearest) < Math.min(depthOf(mention.version), 3)) return undefined;
  const edits = mention.write(nearest);
  return edits && { title: `Write ${facts.product} ${nearest}`, safety: 'review', edits };
}

function depthOf(version: string): number {
  return version.split('.').length;
}
