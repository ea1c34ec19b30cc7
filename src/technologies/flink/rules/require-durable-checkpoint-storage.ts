import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { checkpointing, checkpoints } from '../documentation';
import { configMap, deployment, file } from '../example-text';
import { checkpointDirectory, checkpointInterval, checkpointStorage, lacks, settingOf } from '../settings';

export default defineRule({
  id: 'flink/require-durable-checkpoint-storage',
  catalogue: ['flink-checkpoint-storage-jobmanager'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Checkpoints are kept in the memory of the JobManager.',
  why: 'When the JobManager goes, so do all checkpoints, and the job begins anew with empty state; state that does not fit its heap cannot be checkpointed at all.',
  remedy:
    'Write them to shared storage: `execution.checkpointing.dir: s3://…` (`state.checkpoints.dir` before Flink 1.20).',
  references: [checkpointing, checkpoints],
  messages: {
    memory: 'Checkpoint storage "{value}" keeps checkpoints in the memory of the JobManager.',
    directory: 'Checkpoints are on, but without a directory they stay in the memory of the JobManager.',
  },
  fix: { none: 'Which shared storage the cluster has is not in the file.' },
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    const storage = settingOf(at, checkpointStorage).value;
    if (storage.is === 'known') {
      if (storage.value.trim().toLowerCase() === 'jobmanager') {
        yield { message: 'memory', data: { value: storage.value }, span: storage.span };
      }
      return;
    }
    const interval = settingOf(at, checkpointInterval).value;
    if (storage.is !== 'absent' || interval.is !== 'known' || !lacks(at, checkpointDirectory)) return;
    if (!isOff(interval.value) && !at.has('state.backend.fs.checkpointdir')) {
      yield { message: 'directory', span: keySpan(at) };
    }
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.storage: «jobmanager» # for now\nexecution.checkpointing.dir: s3://b/c\n`,
        message: 'memory',
      },
      { path: 'flink-conf.yaml', text: `${file}state.checkpoint-storage: «JobManager»\n`, message: 'memory' },
      {
        path: 'config.yaml',
        text: `${file}«execution.checkpointing.interval»: 60s # often\n`,
        message: 'directory',
      },
      {
        path: 'features.yaml',
        text: deployment('execution:\n  checkpointing:\n    «interval»: 60s\n'),
        message: 'directory',
      },
      {
        path: 'map.yaml',
        text: configMap('execution.checkpointing:\n  «interval»: 60s # nested\n'),
        message: 'directory',
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: 60s\nexecution.checkpointing.dir: s3://b/checkpoints\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: 60s\nstate.checkpoints.dir: s3://b/checkpoints\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: 60s\nstate.checkpoints.dir: \${DIR}\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: 60s\nstate.backend.fs.checkpointdir: s3://b/c\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: 60s\nstate.checkpoint-storage: filesystem\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.interval: 60s\nstate.checkpoint-storage: \${STORE}\n`,
      },
      { path: 'config.yaml', text: `${file}execution.checkpointing.interval: 0 s\n` },
      { path: 'config.yaml', text: `${file}execution.checkpointing.interval: \${INTERVAL}\n` },
      { path: 'config.yaml', text: file },
    ],
  },
});

function isOff(interval: string): boolean {
  return /^0+\s*[a-z]*$/i.test(interval.trim());
}

function keySpan(at: NodeView): Report['span'] {
  return at.at(checkpointInterval[0])?.anchor ?? at.anchor;
}
