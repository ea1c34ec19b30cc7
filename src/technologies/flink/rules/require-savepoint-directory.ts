import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { configOf, deploymentSetting } from '../deployment';
import { jobManagement, validator } from '../documentation';
import { deployment, job } from '../example-text';
import { savepointDirectory } from '../settings';

const checkpoints = 'state.checkpoints.dir: s3://b/c\n';

export default defineRule({
  id: 'flink/require-savepoint-directory',
  catalogue: ['flink-savepoint-upgrade-no-savepoint-dir'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Savepoints are asked for, but there is no directory for them.',
  why: 'The operator refuses the resource unless its own defaults name a directory; no savepoint can be taken, so no upgrade either.',
  remedy:
    'Add `execution.checkpointing.savepoint-dir` (`state.savepoints.dir` before Flink 1.20) with shared storage.',
  references: [validator, jobManagement],
  messages: { missing: '{what} needs a directory for savepoints, and none is set.' },
  fix: { none: 'Which shared storage the cluster has is not in the file.' },
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    if (!at.has('job') || deploymentSetting(at, savepointDirectory).value.is !== 'absent') return;
    const demand = demandOf(at);
    if (demand) yield { message: 'missing', data: { what: demand.what }, span: demand.span };
  },
  examples: {
    bad: [
      { path: 'features.yaml', text: deployment(checkpoints, job('«savepoint» # keep')) },
      {
        path: 'features.yaml',
        text: deployment(checkpoints, `${job('last-state')}  «savepointTriggerNonce»: 1\n`),
      },
      {
        path: 'features.yaml',
        text: deployment(`${checkpoints}«kubernetes.operator.periodic.savepoint.interval»: 6h\n`),
      },
      {
        path: 'features.yaml',
        text: deployment(
          `${checkpoints}kubernetes.operator:\n  «job.upgrade.last-state.max.allowed.checkpoint.age»: 1h\n`,
        ),
      },
    ],
    good: [
      {
        path: 'features.yaml',
        text: deployment(`${checkpoints}state.savepoints.dir: s3://b/s\n`, job('savepoint')),
      },
      {
        path: 'features.yaml',
        text: deployment(`${checkpoints}execution.checkpointing.savepoint-dir: \${DIR}\n`, job('savepoint')),
      },
      { path: 'features.yaml', text: deployment(checkpoints, job('last-state')) },
      { path: 'features.yaml', text: deployment(checkpoints, job('stateless')) },
      {
        path: 'session.yaml',
        text: deployment('kubernetes.operator.periodic.savepoint.interval: 6h\n', 'mode: native\n'),
      },
    ],
  },
});

const demandingSettings = [
  'kubernetes.operator.periodic.savepoint.interval',
  'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age',
];

/** What in the specification makes the operator take savepoints. */
function demandOf(spec: NodeView): { readonly what: string; readonly span: Span } | undefined {
  const mode = spec.text('job', 'upgradeMode');
  if (mode.is === 'known' && mode.value === 'savepoint')
    return { what: 'Upgrade mode savepoint', span: mode.span };
  const nonce = spec.at('job', 'savepointTriggerNonce');
  if (nonce) return { what: 'savepointTriggerNonce', span: nonce.anchor };
  const config = configOf(spec);
  for (const key of demandingSettings) {
    const setting = config?.at(key);
    if (setting) return { what: key, span: setting.anchor };
  }
  return undefined;
}
