import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentSetting } from '../deployment';
import { checkpointing, taskFailure } from '../documentation';
import { deployment, file, job } from '../example-text';
import { checkpointDirectory, checkpointInterval, durationMs, settingOf } from '../settings';

const directory = 'execution.checkpointing.dir: s3://b/c\n';

export default defineRule({
  id: 'flink/require-checkpointing',
  catalogue: ['flink-checkpointing-disabled'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'No checkpoints are taken.',
  why: 'Checkpoints are off unless an interval is set: after a failure the job begins with empty state, or is not restarted at all, and what it had read and not yet written is lost.',
  remedy: 'Set `execution.checkpointing.interval: 60s`.',
  references: [checkpointing, taskFailure],
  messages: {
    off: 'An interval of {value} turns checkpoints off.',
    missing: 'Upgrades start from checkpoints, but no execution.checkpointing.interval is set here.',
  },
  fix: 'review',
  looksAt: [
    { view: 'flink/config', path: [] },
    { view: 'flink/deployment-spec', path: [] },
  ],
  *check(at): Iterable<Report> {
    if (at.context.view.id === 'flink/config') {
      const { name, value } = settingOf(at, checkpointInterval);
      if (value.is !== 'known' || durationMs(value.value) !== 0) return;
      const fix = at.fix('review', 'Take a checkpoint each minute', at.set([name], '60s'));
      yield { message: 'off', data: { value: value.value }, span: value.span, fix };
      return;
    }
    // The program may set an interval itself, so a deployment without one is worth a look, no more.
    const mode = at.text('job', 'upgradeMode');
    if (mode.is !== 'known' || mode.value !== 'last-state') return;
    if (deploymentSetting(at, checkpointDirectory).value.is !== 'known') return;
    if (deploymentSetting(at, checkpointInterval).value.is !== 'absent') return;
    const fix = at.fix(
      'review',
      'Take a checkpoint each minute',
      at.set(['flinkConfiguration', checkpointInterval[0]], '60s'),
    );
    yield { message: 'missing', severity: 'info', span: mode.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: «0s» # off\n`,
        message: 'off',
        fixed: `${file}execution.checkpointing.interval: 60s # off\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('execution:\n  checkpointing:\n    interval: «0 min»\n', job('stateless')),
        message: 'off',
        fixed: deployment('execution:\n  checkpointing:\n    interval: 60s\n', job('stateless')),
      },
      {
        path: 'features.yaml',
        text: deployment(directory, job('«last-state» # quick')),
        message: 'missing',
        severity: 'info',
        fixed: deployment(`${directory}execution.checkpointing.interval: 60s\n`, job('last-state # quick')),
      },
    ],
    good: [
      { path: 'config.yaml', text: `${file}execution.checkpointing.interval: 10s\n` },
      { path: 'config.yaml', text: `${file}execution.checkpointing.interval: \${INTERVAL}\n` },
      { path: 'config.yaml', text: `${file}execution.checkpointing.interval: 0x\n` },
      { path: 'features.yaml', text: deployment(`${directory}execution.checkpointing.interval: 1 min\n`) },
      { path: 'features.yaml', text: deployment(directory, job('stateless')) },
      { path: 'features.yaml', text: deployment(directory, job('savepoint')) },
      { path: 'features.yaml', text: deployment('state.backend: rocksdb\n') },
    ],
  },
});
