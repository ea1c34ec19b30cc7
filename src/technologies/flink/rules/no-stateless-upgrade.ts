import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { isStateful } from '../deployment';
import { jobManagement } from '../documentation';
import { deployment, job, sessionJob } from '../example-text';
import { checkpointDirectory, checkpointInterval, savepointDirectory } from '../settings';

const checkpoints = 'execution.checkpointing.dir: s3://b/c\n';

export default defineRule({
  id: 'flink/no-stateless-upgrade',
  catalogue: ['flink-upgrade-mode-stateless'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A job that takes checkpoints starts with empty state at every upgrade.',
  why: 'Each change of the resource throws away windows, joins and offsets: features are computed from half a window, labels lose the predictions they belong to.',
  remedy: 'Set `upgradeMode: last-state` or `savepoint`; `stateless` is the default.',
  references: [jobManagement],
  messages: {
    stateless: 'Checkpoints are taken, but upgrades start with empty state.',
    absent: 'Checkpoints are taken, but without upgradeMode upgrades start with empty state.',
  },
  fix: 'review',
  looksAt: [
    { view: 'flink/deployment-spec', path: [] },
    { view: 'flink/session-job', path: ['spec'] },
  ],
  *check(at): Iterable<Report> {
    const mode = at.text('job', 'upgradeMode');
    const span = spanOf(at, mode);
    if (!span || !isStateful(at, [checkpointDirectory, checkpointInterval])) return;
    const wanted = isStateful(at, [checkpointDirectory])
      ? 'last-state'
      : isStateful(at, [savepointDirectory])
        ? 'savepoint'
        : undefined;
    const fix =
      wanted === undefined
        ? undefined
        : at.fix('review', `Set upgradeMode to ${wanted}`, at.set(['job', 'upgradeMode'], wanted));
    yield { message: mode.is === 'absent' ? 'absent' : 'stateless', span, fix };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment(checkpoints, job('«stateless» # simple')),
        message: 'stateless',
        fixed: deployment(checkpoints, job('last-state # simple')),
      },
      {
        path: 'features.yaml',
        text: deployment(checkpoints, '«job»:\n  jarURI: local:///opt/job.jar\n'),
        message: 'absent',
        fixed: deployment(checkpoints, 'job:\n  jarURI: local:///opt/job.jar\n  upgradeMode: last-state\n'),
      },
      {
        path: 'job.yaml',
        text: sessionJob(
          'flinkConfiguration:\n  execution.checkpointing.interval: 60s\n  state.savepoints.dir: s3://b/s\njob:\n  upgradeMode: «stateless»\n',
        ),
        message: 'stateless',
        fixed: sessionJob(
          'flinkConfiguration:\n  execution.checkpointing.interval: 60s\n  state.savepoints.dir: s3://b/s\njob:\n  upgradeMode: savepoint\n',
        ),
      },
      {
        path: 'features.yaml',
        text: deployment('execution.checkpointing.interval: 60s\n', job('«stateless»')),
        message: 'stateless',
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment(checkpoints, job('last-state')) },
      { path: 'features.yaml', text: deployment(checkpoints, job('${MODE}')) },
      { path: 'features.yaml', text: deployment('taskmanager.numberOfTaskSlots: 2\n', job('stateless')) },
      { path: 'features.yaml', text: deployment('', job('stateless')) },
      { path: 'session.yaml', text: deployment(checkpoints, 'mode: native\n') },
    ],
  },
});

function spanOf(spec: NodeView, mode: ReturnType<NodeView['text']>): Span | undefined {
  if (mode.is === 'known') return mode.value === 'stateless' ? mode.span : undefined;
  return mode.is === 'absent' && spec.has('job') ? mode.anchor : undefined;
}
