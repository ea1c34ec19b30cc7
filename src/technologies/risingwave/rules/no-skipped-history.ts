import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { isNamedLike } from '../../../shapes/name-globs';
import { kafkaSource } from '../documentation';
import { ingestion } from '../example-text';
import { isIngestion, namesOf } from '../statements';

export default defineRule({
  id: 'risingwave/no-skipped-history',
  catalogue: ['rw-startup-latest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A source that models learn from starts at the end of its topic.',
  why: 'All that was written before the source was created is missing from features and labels, and nothing says so.',
  remedy: "Delete `scan.startup.mode`, or write `'earliest'`, which is the default.",
  references: [kafkaSource],
  options: {
    names: {
      type: 'string[]',
      default: ['*feedback*', '*label*', '*prediction*', '*event*', '*feature*', '*training*'],
      description: 'Names of tables, sources or topics that models learn from; * stands for any characters.',
    },
  },
  messages: { latest: '"{name}" skips what is in the topic already.' },
  fix: 'review',
  looksAt: [{ view: 'risingwave/statement', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const mode = at.text('options', 'scan.startup.mode');
    if (mode.is !== 'known' || mode.value.toLowerCase() !== 'latest' || !isIngestion(at)) return;
    if (!isNamedLike(namesOf(at), options.list('names'))) return;
    const fix = at.fix(
      'review',
      'Start at the earliest',
      at.set(['options', 'scan.startup.mode'], 'earliest'),
    );
    yield { message: 'latest', data: { name: known(at.text('name')) ?? '' }, span: mode.span, fix };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: ingestion('labels', ", scan.startup.mode = «'latest'», group.id.prefix = 'a'"),
        fixed: ingestion('labels', ", scan.startup.mode = 'earliest', group.id.prefix = 'a'"),
      },
      {
        path: 's.sql',
        text: ingestion('clicks', ", scan.startup.mode = «'latest'»").replace(
          "topic = 'clicks'",
          "topic = 'user-events'",
        ),
        fixed: ingestion('clicks', ", scan.startup.mode = 'earliest'").replace(
          "topic = 'clicks'",
          "topic = 'user-events'",
        ),
      },
    ],
    good: [
      { path: 's.sql', text: ingestion('labels', ", scan.startup.mode = 'earliest'") },
      { path: 's.sql', text: ingestion('labels', ", scan.startup.mode = '${MODE}'") },
      { path: 's.sql', text: ingestion('clicks', ", scan.startup.mode = 'latest'") },
      { path: 's.sql', text: ingestion('labels', ", scan.startup.mode = 'latest'").replace('TABLE', 'SINK') },
    ],
  },
});
