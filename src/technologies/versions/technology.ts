import type { Kind, Technology } from '../../core';
import { mavenDependency, mavenProject } from './maven';

/** The versions that a team names for files that do not say them themselves. */
const settingsFile: Kind = {
  id: 'versions/settings-file',
  title: 'settings of this tool',
  formats: ['yaml'],
  booleans: 'yaml-1.2',
  paths: ['.ai-patterns.yaml'],
  recognise: (_document, path) => /(?:^|\/)\.ai-patterns\.yaml$/.test(path),
};

/** Versions of all technologies, wherever they are written: its rules look at the views of others. */
const technology: Technology = {
  slug: 'versions',
  title: 'Versions',
  pattern: 'deployment',
  homepage: 'https://endoflife.date',
  kinds: [settingsFile, mavenProject],
  views: [mavenDependency],
};

export default technology;
