/** The numbers of a version and what follows them: `v2.2.1-rc1` has 2, 2, 1 and `-rc1`. */
export interface VersionNumbers {
  readonly numbers: readonly number[];
  readonly text: string;
  readonly suffix: string;
}

/** Reads a version with at least two numbers; undefined when it is none. */
export function readVersion(version: string): VersionNumbers | undefined {
  const match = /^v?(\d+(?:\.\d+)+)((?:[-_+a-z]|\.(?:post|dev)).*)?$/i.exec(version.trim());
  const text = match?.[1];
  if (text === undefined) return undefined;
  return { text, numbers: text.split('.').map(Number), suffix: match?.[2] ?? '' };
}

/** The line of a version: `2.2` of `2.2.1`. */
export function lineOf({ numbers: [major = 0, minor = 0] }: VersionNumbers): string {
  return `${major}.${minor}`;
}

/** Below zero if the first version is older; missing numbers count as zero. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let index = 0; index < length; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
