import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { configuration } from '../documentation';

export default defineRule({
  id: 'risingwave/require-meta-backup',
  catalogue: ['rw-no-backup'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  environment: 'replication',
  summary: 'Snapshots of the metadata are kept in memory.',
  why: 'Without a backup a broken metadata store takes every source, view and sink with it, and the rows in the object store cannot be read any more.',
  remedy: 'Name a bucket: `backup_storage_url = "s3://backups"` and a `backup_storage_directory`.',
  references: [
    configuration,
    {
      title: 'RisingWave: back up and restore meta service',
      url: 'https://docs.risingwave.com/operate/meta-backup',
    },
  ],
  messages: { nowhere: 'Backups of the metadata go to "{url}", which keeps nothing.' },
  fix: { none: 'Which bucket to use is not in the file.' },
  looksAt: [{ view: 'risingwave/toml', path: ['system', 'backup_storage_url'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || value.value !== 'memory') return;
    yield { message: 'nowhere', data: { url: value.value }, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'risingwave.toml',
        text: '[system]\nbackup_storage_url = «"memory"» # none\nbackup_storage_directory = "b"\n',
      },
    ],
    good: [
      { path: 'risingwave.toml', text: '[system]\nbackup_storage_url = "s3://memory"\n' },
      { path: 'risingwave.toml', text: '[system]\nbackup_storage_url = "${URL}"\n' },
      { path: 'risingwave.toml', text: '[system]\nbackup_storage_url = ""\n' },
    ],
  },
});
