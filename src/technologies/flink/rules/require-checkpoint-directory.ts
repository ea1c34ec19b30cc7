import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentSetting, upgradeModeOf } from '../deployment';
import { jobManagement, validator } from '../documentation';
import { deployment, job } from '../example-text';
import { checkpointDirectory } from '../settings';

export default defineRule({
  id: 'flink/require-checkpoint-directory',
  catalogue: ['flink-stateful-upgrade-no-checkpoint-dir'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'State is to survive upgrades, but there is no directory for checkpoints.',
  why: 'The operator refuses the resource unless its own defaults name a directory: both stateful upgrade modes start again from what is written there.',
  remedy:
    'Add `execution.checkpointing.dir` (`state.checkpoints.dir` before Flink 1.20) with shared storage.',
  references: [validator, jobManagement],
  messages: { missing: 'Upgrade mode {value} needs a directory for checkpoints, and none is set.' },
  fix: { none: 'Which shared storage the cluster has is not in the file.' },
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    const mode = upgradeModeOf(at);
    if (mode.is !== 'known' || !['last-state', 'savepoint'].includes(mode.value)) return;
    if (deploymentSetting(at, checkpointDirectory).value.is !== 'absent') return;
    yield { message: 'missing', data: { value: mode.value }, span: mode.span };
  },
  examples: {
    bad: [
      { path: 'features.yaml', text: deployment('', job('«last-state» # keep')) },
      {
        path: 'features.yaml',
        text: deployment('state.savepoints.dir: s3://b/s\n', job('«savepoint»')),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('state.checkpoints.dir: s3://b/c\n', job('last-state')) },
      { path: 'features.yaml', text: deployment('state:\n  checkpoints.dir: s3://b/c\n', job('savepoint')) },
      { path: 'features.yaml', text: deployment('execution.checkpointing.dir: ${DIR}\n', job('last-state')) },
      { path: 'features.yaml', text: deployment('', job('stateless')) },
      { path: 'features.yaml', text: deployment('', job('${MODE}')) },
      {
        path: 'patch.yaml',
        text: deployment('', job('last-state')).replace('  flinkVersion: v2_2\n', ''),
      },
    ],
  },
});
