import facts from './releases.json';

/** Minor number of the newest release that is known. */
const newestMinor = Number(facts.lines[facts.lines.length - 1]?.version.replace(/^2\./, ''));

/** Beam's releases, one line after the other; Dataflow supports each for about a year. */
export const beamReleases = {
  checked: facts.checked,
  newestMinor,
  /** Lines that came out within about a year. */
  supportedMinors: 8,
} as const;
