import type { Technology } from '../../core';

/** Versions of all technologies, wherever they are written: it has rules only, which look at the views of others. */
const technology: Technology = {
  slug: 'versions',
  title: 'Versions',
  pattern: 'deployment',
  homepage: 'https://endoflife.date',
  kinds: [],
  views: [],
};

export default technology;
