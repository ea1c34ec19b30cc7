import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { stateBackends } from '../documentation';
import { deployment, file } from '../example-text';
import { incrementalCheckpoints, settingOf, stateBackend } from '../settings';

export default defineRule({
  id: 'flink/require-incremental-checkpoints',
  catalogue: ['flink-rocksdb-not-incremental'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'RocksDB uploads all state at every checkpoint.',
  why: 'State that is worth RocksDB is large; uploading it whole each minute fills network and storage, and checkpoints take longer than their interval.',
  remedy:
    'Set `execution.checkpointing.incremental: true` (`state.backend.incremental` before Flink 1.20); it is off unless set.',
  references: [stateBackends],
  messages: {
    absent: 'Checkpoints of {backend} are full ones, for incremental ones are off by default.',
    off: 'Checkpoints of {backend} are full ones.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    const backend = settingOf(at, stateBackend);
    if (backend.value.is !== 'known' || backend.value.value.trim().toLowerCase() !== 'rocksdb') return;
    const { name, value } = settingOf(at, incrementalCheckpoints);
    const isOff = value.is === 'known' && value.value.trim().toLowerCase() === 'false';
    if (value.is !== 'absent' && !isOff) return;
    const span = isOff ? value.span : backend.value.span;
    // The name that fits the backend's own: old ones were read before 1.20 too.
    const key = isOff ? name : backend.name === 'state.backend' ? 'state.backend.incremental' : name;
    const fix = at.fix('review', 'Take incremental checkpoints', at.set([key], true));
    yield { message: isOff ? 'off' : 'absent', data: { backend: 'RocksDB' }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}state.backend.type: «rocksdb» # large joins\n`,
        message: 'absent',
        fixed: `${file}state.backend.type: rocksdb # large joins\nexecution.checkpointing.incremental: true\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('state.backend: «rocksdb»\n'),
        message: 'absent',
        fixed: deployment('state.backend: rocksdb\nstate.backend.incremental: true\n'),
      },
      {
        path: 'config.yaml',
        text: `${file}state.backend.type: rocksdb\nexecution.checkpointing.incremental: «false»\n`,
        message: 'off',
        fixed: `${file}state.backend.type: rocksdb\nexecution.checkpointing.incremental: true\n`,
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}state.backend.type: rocksdb\nexecution.checkpointing.incremental: true\n`,
      },
      { path: 'config.yaml', text: `${file}state.backend: rocksdb\nstate.backend.incremental: true\n` },
      {
        path: 'config.yaml',
        text: `${file}state.backend.type: rocksdb\nstate.backend.incremental: \${FULL}\n`,
      },
      { path: 'config.yaml', text: `${file}state.backend.type: hashmap\n` },
    ],
  },
});
