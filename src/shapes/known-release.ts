import { parseImage } from './container-image';
import type { IsoDate, Reference } from '../core';

/** One line of releases (`2.2`) of a product. */
export interface ReleaseLine {
  readonly version: string;
  readonly released: IsoDate;
  /** The first day without support; left out while it is supported or where its makers do not say. */
  readonly ended?: IsoDate;
}

/** All lines of releases of a product, oldest first, with the day on which that was looked up. */
export interface ReleaseTable {
  readonly product: string;
  readonly checked: IsoDate;
  readonly source: Reference;
  readonly lines: readonly ReleaseLine[];
}

/** What is wrong with a version: there never was such a line, or its support has ended. */
export type ReleaseFault =
  | { readonly is: 'unreleased'; readonly line: string; readonly nearest: string }
  | { readonly is: 'ended'; readonly line: string; readonly ended: string; readonly nearest: string };

/** Looks a version up; a line newer than the newest known may have come since, so it is no fault. */
export function releaseFault(table: ReleaseTable, version: string, today: IsoDate): ReleaseFault | undefined {
  const line = lineOf(version);
  const newest = table.lines[table.lines.length - 1];
  const oldest = table.lines[0];
  if (line === undefined || !newest || !oldest || compareLines(line, newest.version) > 0) return undefined;
  const nearest = nearestSupported(table, line, today);
  const known = table.lines.find((each) => each.version === line);
  if (!known) {
    if (compareLines(line, oldest.version) < 0) return undefined;
    return { is: 'unreleased', line, nearest };
  }
  if (known.ended === undefined || known.ended > today) return undefined;
  return { is: 'ended', line, ended: known.ended, nearest };
}

/** The line of the version: `2.2` of `2.2.1`, `v2.2.1-rc1` or `2.2`; undefined when it is no version. */
export function lineOf(version: string): string | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.\d+)*(?=$|[-_+a-z])/i.exec(version.trim());
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** Below zero if the first line is older. */
export function compareLines(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** The version in the tag of an image of one of these repositories; undefined for others and for tags without one. */
export function imageVersion(
  reference: string,
  repositories: RegExp,
): { readonly version: string; readonly line: string } | undefined {
  const image = parseImage(reference);
  if (!image || !repositories.test(image.repository) || image.tag === undefined) return undefined;
  const version = /^v?\d+(?:\.\d+)+/.exec(image.tag)?.[0];
  const line = version === undefined ? undefined : lineOf(version);
  return version === undefined || line === undefined ? undefined : { version, line };
}

/** The oldest supported line that is not older; the newest of all when there is none. */
function nearestSupported({ lines }: ReleaseTable, line: string, today: IsoDate): string {
  const supported = lines.filter(
    ({ ended, released }) => (ended === undefined || ended > today) && released <= today,
  );
  const next =
    supported.find((each) => compareLines(each.version, line) >= 0) ?? supported[supported.length - 1];
  return next?.version ?? lines[lines.length - 1]?.version ?? line;
}
