import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { highAvailabilityPage } from '../documentation';
import { deployment, file } from '../example-text';
import { highAvailability, settingOf } from '../settings';

export default defineRule({
  id: 'flink/require-ha-storage',
  catalogue: ['flink-ha-no-storage-dir'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'High availability is on, but has nowhere to keep its data.',
  why: 'The JobManager does not start: it keeps only pointers in Kubernetes or ZooKeeper, the data they point to needs a shared file system.',
  remedy: 'Set `high-availability.storageDir` to a place that all processes reach, such as `s3://bucket/ha`.',
  references: [highAvailabilityPage],
  messages: {
    missing: 'The JobManager will not start: {value} high availability needs high-availability.storageDir.',
  },
  fix: { none: 'Which shared storage the cluster has is not in the file.' },
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    const { value } = settingOf(at, highAvailability);
    if (value.is !== 'known' || /^(?:none)?$/i.test(value.value.trim())) return;
    if (at.get('high-availability.storageDir').is !== 'absent') return;
    if (oldNames.some((name) => at.has(name))) return;
    // The operator's own defaults may hold the directory for all deployments.
    const severity = at.outer?.has('flinkVersion') ? 'warning' : 'error';
    yield { message: 'missing', severity, data: { value: value.value }, span: value.span };
  },
  examples: {
    bad: [
      { path: 'config.yaml', text: `${file}high-availability.type: «kubernetes» # two pods\n` },
      { path: 'flink-conf.yaml', text: `${file}high-availability: «ZOOKEEPER»\n` },
      {
        path: 'features.yaml',
        text: deployment('high-availability:\n  type: «kubernetes»\n'),
        severity: 'warning',
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}high-availability.type: kubernetes\nhigh-availability.storageDir: s3://b/ha\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('high-availability:\n  type: kubernetes\n  storageDir: ${HA}\n'),
      },
      {
        path: 'flink-conf.yaml',
        text: `${file}high-availability: zookeeper\nhigh-availability.zookeeper.storageDir: s3://b/ha\n`,
      },
      { path: 'config.yaml', text: `${file}high-availability.type: NONE\n` },
      { path: 'config.yaml', text: `${file}high-availability.type: \${HA}\n` },
    ],
  },
});

/** Names that Flink still reads for the same directory. */
const oldNames = ['high-availability.zookeeper.storageDir', 'recovery.zookeeper.storageDir'];
