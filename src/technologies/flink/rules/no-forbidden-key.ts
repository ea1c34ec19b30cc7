import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { validator } from '../documentation';
import { deployment, file, job } from '../example-text';

const start = job('stateless');
const forbidden = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];

export default defineRule({
  id: 'flink/no-forbidden-key',
  catalogue: ['flink-forbidden-config-key'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The configuration sets what the operator decides itself.',
  why: 'The operator refuses the resource: namespace and cluster id come from the resource, and by them it finds the data for recovery.',
  remedy: 'Remove the key; name and namespace stand in `metadata`.',
  references: [validator],
  messages: { forbidden: 'The operator refuses "{key}"; it takes it from the metadata of the resource.' },
  fix: 'review',
  looksAt: forbidden.map((key) => ({ view: 'flink/deployment-spec', path: ['flinkConfiguration', key] })),
  *check(at): Iterable<Report> {
    const fix = at.fix('review', `Remove ${at.key}`, at.remove());
    yield { message: 'forbidden', data: { key: at.key }, span: at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('parallelism.default: 2\n«kubernetes.cluster-id»: features # name\n', start),
        fixed: deployment('parallelism.default: 2\n', start),
      },
      {
        path: 'features.yaml',
        text: deployment('kubernetes:\n  «namespace»: ml\n  secrets: a\n', start),
        fixed: deployment('kubernetes:\n  secrets: a\n', start),
      },
      {
        path: 'features.yaml',
        text: deployment('parallelism.default: 2\n«high-availability.cluster-id»: a\n', start),
        fixed: deployment('parallelism.default: 2\n', start),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('kubernetes.secrets: a:/etc/a\n', start) },
      { path: 'config.yaml', text: `${file}kubernetes.cluster-id: features\n` },
    ],
  },
});
