import facts from './releases.json';
import type { ReleaseTable } from '../../shapes/known-release';

/** Flink's lines of releases. 1.20 is the last of 1.x; there is no 1.21 and no 1.22. */
export const flinkReleases: ReleaseTable = {
  product: 'Flink',
  checked: facts.checked,
  source: { title: 'endoflife.date: Apache Flink', url: 'https://endoflife.date/apache-flink' },
  lines: facts.lines,
};

/** Repositories of Flink's own images. */
export const flinkImages = /^(?:library\/|apache\/)?flink$/;
