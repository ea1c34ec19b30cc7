/** Beam releases one line after the other, 2.0 to the newest; Dataflow supports each for about a year. */
export const beamReleases = {
  product: 'Apache Beam',
  checked: '2026-11-23',
  newestMinor: 77,
  /** Lines that came out within about a year. */
  supportedMinors: 8,
} as const;
