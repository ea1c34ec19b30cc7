import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { jobSpec } from '../sources';

export default defineRule({
  id: 'vertex/require-output-directory',
  catalogue: ['vertex-no-output-dir'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A training job has no place for its model.',
  why: 'Without baseOutputDirectory no AIP_MODEL_DIR and no AIP_CHECKPOINT_DIR is set: a script that relies on them fails at its end, or leaves the model on a disk that is deleted with the job.',
  remedy: 'Set `baseOutputDirectory.outputUriPrefix` to a bucket.',
  references: [jobSpec],
  messages: { missing: 'The job names no bucket for its model and checkpoints.' },
  fix: { none: 'Which bucket is meant is known only to the author.' },
  looksAt: [{ view: 'vertex/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    const output = at.get('baseOutputDirectory');
    const pools = at.at('workerPoolSpecs');
    if (output.is !== 'absent' || !pools || pools.items().length === 0) return;
    // Scripts are also told by arguments and variables where to write.
    const text = at.document.text.slice(pools.span.start, pools.span.end);
    if (!/gs:\/\/|\/gcs\/|\$\{|\$\(|\{\{/.test(text)) yield { message: 'missing', span: pools.anchor };
  },
  examples: {
    bad: [
      { path: 'job.yaml', text: '«workerPoolSpecs»: [{replicaCount: 1}] # pools\n' },
      { path: 'job.yaml', text: 'labels: {a: gs://b}\n«worker_pool_specs»: [{replica_count: 1}]\n' },
    ],
    good: [
      {
        path: 'job.yaml',
        text: 'workerPoolSpecs: [{a: 1}]\nbaseOutputDirectory: {outputUriPrefix: gs://b/o}\n',
      },
      { path: 'job.yaml', text: 'workerPoolSpecs: [{containerSpec: {args: [--out=gs://b/o]}}]\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: [{containerSpec: {args: [/gcs/b/o]}}]\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: [{containerSpec: {args: ["${OUT}"]}}]\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: []\n' },
    ],
  },
});
