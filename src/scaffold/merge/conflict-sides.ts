/** A file with conflict markers, taken apart into the three texts that it was made from. */
export interface ConflictSides {
  readonly mine: string;
  readonly base: string;
  readonly theirs: string;
  /** What the markers say of each side. */
  readonly labels: { readonly mine: string; readonly base: string; readonly theirs: string };
  readonly conflicts: number;
}

type Side = 'mine' | 'base' | 'theirs';

const marker = /^(<{7}|\|{7}|={7}|>{7})(?: (.*))?$/;
const next = { all: '<<<<<<<', mine: '|||||||', base: '=======', theirs: '>>>>>>>' } as const;

/** Takes a text apart at its conflict markers; undefined where there are none or where they are not whole. */
export function conflictSides(text: string): ConflictSides | undefined {
  const sides = { mine: '', base: '', theirs: '' };
  const labels = { mine: '', base: '', theirs: '' };
  let at: 'all' | Side = 'all';
  let conflicts = 0;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const [, sign, label = ''] = marker.exec(line.trimEnd()) ?? [];
    // Markers of merges that keep no base go from mine to theirs at once.
    const expected: string = at === 'mine' && sign === next.base ? next.base : next[at];
    if (sign !== undefined && sign === expected) {
      const entered: 'all' | Side = sideAfter(sign);
      if (entered === 'mine' || entered === 'base') labels[entered] = label;
      if (at === 'theirs') labels.theirs = label;
      if (entered === 'all') conflicts++;
      at = entered;
    } else if (at === 'all') for (const side of ['mine', 'base', 'theirs'] as const) sides[side] += line;
    else sides[at] += line;
  }
  return at === 'all' && conflicts > 0 ? { ...sides, labels, conflicts } : undefined;
}

function sideAfter(sign: string): 'all' | Side {
  if (sign === next.all) return 'mine';
  if (sign === next.mine) return 'base';
  return sign === next.base ? 'theirs' : 'all';
}
