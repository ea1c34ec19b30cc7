import type { PlacedFact } from '../core';

/** How many characters have to be put in, taken out or changed to make one text of the other; at most `most` are counted. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Whether one name reads as a slip of the other: the same letters, or one or two characters of a longer name. */
export function isSlipOf(name: string, other: string): boolean {
  if (name === other) return false;
  if (numbersIn(name) !== numbersIn(other)) return false;
  const plain = (text: string): string => text.toLowerCase().replace(/[-_.]/g, '');
  if (plain(name) === plain(other)) return true;
  const most = Math.min(name.length, other.length) >= 8 ? 2 : 1;
  return Math.min(name.length, other.length) >= 5 && editDistance(plain(name), plain(other), most) <= most;
}

/** A version as it is compared: `v3` and `3` are one. */
export function plainVersion(version: string | undefined): string | undefined {
  return version?.replace(/^v(?=\d)/i, '');
}

/** Whether two files lie near enough to speak of one thing: at most two folders up and down from one to the other. */
export function areNeighbours(a: PlacedFact, b: PlacedFact): boolean {
  const [first, second] = [a, b].map(({ path }) => path.split('/').slice(0, -1));
  if (!first || !second) return false;
  let common = 0;
  while (common < first.length && common < second.length && first[common] === second[common]) common++;
  return first.length - common + (second.length - common) <= 2;
}

/** v1 and v2 of a name are two names, not a slip. */
function numbersIn(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ');
}
