import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { checkpointing } from '../documentation';
import { file } from '../example-text';

export default defineRule({
  id: 'flink/no-incompatible-unaligned-checkpoints',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Unaligned checkpoints are asked for together with settings that turn them off.',
  why: 'Flink allows them only in exactly-once mode with one checkpoint at a time; under back pressure, when they are needed, checkpoints then time out as before.',
  remedy: 'Leave the mode at `EXACTLY_ONCE` and `max-concurrent-checkpoints` at 1.',
  references: [checkpointing],
  messages: {
    mode: 'Unaligned checkpoints need mode EXACTLY_ONCE, not {value}.',
    concurrent: 'Unaligned checkpoints need one checkpoint at a time, not {value}.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    if (!isUnaligned(at)) return;
    const mode = at.text(modeKey);
    if (mode.is === 'known' && mode.value.trim().toUpperCase() === 'AT_LEAST_ONCE') {
      yield report(at, 'mode', mode, modeKey, 'EXACTLY_ONCE');
    }
    const concurrent = at.number(concurrentKey);
    if (concurrent.is === 'known' && concurrent.value > 1)
      yield report(at, 'concurrent', concurrent, concurrentKey, 1);
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.unaligned.enabled: true\nexecution.checkpointing.mode: «AT_LEAST_ONCE» # fast\n`,
        message: 'mode',
        fixed: `${file}execution.checkpointing.unaligned.enabled: true\nexecution.checkpointing.mode: EXACTLY_ONCE # fast\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.unaligned: true\nexecution.checkpointing.max-concurrent-checkpoints: «2»\n`,
        message: 'concurrent',
        fixed: `${file}execution.checkpointing.unaligned: true\nexecution.checkpointing.max-concurrent-checkpoints: 1\n`,
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.unaligned.enabled: true\nexecution.checkpointing.mode: EXACTLY_ONCE\nexecution.checkpointing.max-concurrent-checkpoints: 1\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.unaligned.enabled: false\nexecution.checkpointing.mode: AT_LEAST_ONCE\nexecution.checkpointing.max-concurrent-checkpoints: 2\n`,
      },
      { path: 'config.yaml', text: `${file}execution.checkpointing.max-concurrent-checkpoints: 2\n` },
    ],
  },
});

const modeKey = 'execution.checkpointing.mode';
const concurrentKey = 'execution.checkpointing.max-concurrent-checkpoints';

/** The key had no `.enabled` before Flink 1.20. */
function isUnaligned(at: NodeView): boolean {
  return ['execution.checkpointing.unaligned.enabled', 'execution.checkpointing.unaligned'].some((key) => {
    const value = at.boolean(key);
    return value.is === 'known' && value.value;
  });
}

function report(
  at: NodeView,
  message: string,
  { value, span }: { value: string | number; span: Span },
  key: string,
  wanted: string | number,
): Report {
  return {
    message,
    data: { value },
    span,
    fix: at.fix('review', `Set ${key} to ${wanted}`, at.set([key], wanted)),
  };
}
