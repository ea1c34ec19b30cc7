/** CUDA builds by minor version of torch 2. */
export const builds: Readonly<Record<number, readonly string[]>> = {
  0: ['cu117', 'cu118'],
  1: ['cu118', 'cu121'],
  2: ['cu118', 'cu121'],
  3: ['cu118', 'cu121'],
  4: ['cu118', 'cu121', 'cu124'],
  5: ['cu118', 'cu121', 'cu124'],
  6: ['cu118', 'cu124', 'cu126'],
  7: ['cu118', 'cu126', 'cu128'],
  8: ['cu126', 'cu128', 'cu129'],
};

/** The last minor version of torch 2 for which the pairs were checked. */
export const lastPaired = 8;
