import { forbiddenValue } from '../../../shapes/forbidden-value';
import { readiness } from '../documentation';
import { node } from '../example-text';

const rpk = (value: string): string => `${node('')}rpk:\n  overprovisioned: ${value}\n  tune_cpu: true\n`;

export default forbiddenValue({
  id: 'redpanda/no-overprovisioned',
  catalogue: ['redpanda-overprovisioned'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The broker shares its cores with other programs.',
  why: 'It gives up pinned cores and busy polling: latency goes up by orders, and heartbeats are missed under load.',
  remedy: 'Set `overprovisioned: false` and give the broker cores of its own.',
  references: [readiness],
  views: ['redpanda/rpk-config'],
  key: ['overprovisioned'],
  forbidden: ['true'],
  message: 'An overprovisioned broker is slow and misses heartbeats under load.',
  mend: { set: false, title: 'Give the broker its cores', safety: 'review' },
  examples: {
    bad: [{ path: 'redpanda.yaml', text: rpk('«true» # laptop'), fixed: rpk('false # laptop') }],
    good: [
      { path: 'redpanda.yaml', text: rpk('false') },
      { path: 'redpanda.yaml', text: rpk('${SHARED}') },
    ],
  },
});
