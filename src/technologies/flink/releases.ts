import type { ReleaseTable } from '../../shapes/known-release';

/** Flink's lines of releases. 1.20 is the last of 1.x and its long-term one; there is no 1.21 and no 1.22. */
export const flinkReleases: ReleaseTable = {
  product: 'Flink',
  checked: '2026-11-23',
  source: { title: 'endoflife.date: Apache Flink', url: 'https://endoflife.date/apache-flink' },
  lines: [
    { version: '1.15', released: '2022-05-05', ended: '2023-03-23' },
    { version: '1.16', released: '2022-10-28', ended: '2023-10-24' },
    { version: '1.17', released: '2023-03-23', ended: '2024-03-18' },
    { version: '1.18', released: '2023-10-24', ended: '2024-08-01' },
    { version: '1.19', released: '2024-03-18', ended: '2026-07-01' },
    { version: '1.20', released: '2024-08-01' },
    { version: '2.0', released: '2025-03-19', ended: '2026-06-25' },
    { version: '2.1', released: '2025-07-29' },
    { version: '2.2', released: '2025-12-04' },
    { version: '2.3', released: '2026-06-25' },
  ],
};

/** Repositories of Flink's own images. */
export const flinkImages = /^(?:library\/|apache\/)?flink$/;
