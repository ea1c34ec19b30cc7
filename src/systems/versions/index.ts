import type { IsoDate } from '../../core';
import { releaseFacts } from '../../generated/releases';
import { classifyIn } from './classify';
import type { VersionStatus } from './classify';
import type { ReleaseFacts } from './release-facts';

export type { ReleaseFacts, ReleaseLine } from './release-facts';
export type { VersionStatus } from './classify';
export { areStale, nearestSupported } from './classify';
export { compareVersions, readVersion } from './version-numbers';
export { versionsMarkdown } from './versions-markdown';

/** What is known of a technology's releases. */
export function releasesOf(technology: string): ReleaseFacts | undefined {
  return releaseFacts.find((facts) => facts.technology === technology);
}

/** Looks a technology's version up, as of a day. */
export function classify(technology: string, version: string, today: IsoDate): VersionStatus {
  const facts = releasesOf(technology);
  return facts
    ? classifyIn(facts, version, today)
    : { is: 'unknown-version', line: undefined, isStale: false };
}
