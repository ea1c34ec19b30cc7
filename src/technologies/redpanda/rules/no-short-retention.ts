import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { clusterReference } from '../documentation';
import { cluster } from '../example-text';

export default defineRule({
  id: 'redpanda/no-short-retention',
  catalogue: ['redpanda-retention-short'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Records are deleted before the next training run.',
  why: 'What is gone cannot be trained on, replayed after a fault, or used to fill a new feature back.',
  remedy: 'Keep records for at least the time between two runs; the default is seven days.',
  references: [clusterReference],
  options: {
    hours: { type: 'number', default: 168, description: 'Hours for which records must be kept.' },
  },
  messages: { short: 'Records are deleted after {kept} hours, before {hours} are over.' },
  fix: 'review',
  looksAt: [
    { view: 'redpanda/cluster-config', path: ['log_retention_ms'] },
    { view: 'redpanda/cluster-config', path: ['delete_retention_ms'] },
  ],
  *check(at, { options }): Iterable<Report> {
    const value = at.number();
    const hours = options.number('hours');
    const wanted = hours * 3_600_000;
    if (value.is !== 'known' || value.value <= 0 || value.value >= wanted) return;
    const fix = at.fix('review', `Keep records for ${hours} hours`, at.set([], wanted));
    const kept = Math.round(value.value / 360_000) / 10;
    yield { message: 'short', data: { kept, hours }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('log_retention_ms: «86400000» # a day\n'),
        fixed: cluster('log_retention_ms: 604800000 # a day\n'),
      },
      {
        path: '.bootstrap.yaml',
        text: cluster('delete_retention_ms: «604799999»\n'),
        fixed: cluster('delete_retention_ms: 604800000\n'),
      },
      {
        path: '.bootstrap.yaml',
        text: cluster('log_retention_ms: «1»\n'),
        fixed: cluster('log_retention_ms: 604800000\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('log_retention_ms: 604800000\n') },
      { path: '.bootstrap.yaml', text: cluster('log_retention_ms: -1\n') },
      { path: '.bootstrap.yaml', text: cluster('log_retention_ms: 0\n') },
      { path: '.bootstrap.yaml', text: cluster('log_retention_ms: ${KEEP}\n') },
      { path: '.bootstrap.yaml', text: cluster('log_retention_ms: 3600000\n'), options: { hours: 1 } },
    ],
  },
});
