import { minimatch } from 'minimatch';
import { Registry } from './core';
import type { ProjectParts } from './core';
import { formats } from './formats';
import { crossRules, gapRules } from './generated/systems';
import { technologyPacks } from './generated/technologies';

/** Everything that ships, put together once for all hosts. */
export const parts: ProjectParts = {
  registry: new Registry(formats, technologyPacks),
  crossRules,
  gapRules,
  matchesGlob: (path, glob) => minimatch(path, glob, { dot: true, matchBase: true }),
};
