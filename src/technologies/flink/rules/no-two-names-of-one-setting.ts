import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { checkpointing } from '../documentation';
import { deployment, file } from '../example-text';
import { renamedSettings } from '../settings';

export default defineRule({
  id: 'flink/no-two-names-of-one-setting',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A setting stands under its old and its new name, with different values.',
  why: 'Flink 1.20 renamed settings (FLIP-406) and reads the new name first: whoever changes the old one changes nothing.',
  remedy: 'Keep the new name alone; for a Flink before 1.20 the old one alone.',
  references: [checkpointing],
  messages: { both: '"{old}" is ignored, for "{current}" is its new name and says "{value}".' },
  fix: 'review',
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    for (const [current, old] of renamedSettings) {
      if (old === undefined) continue;
      const kept = at.text(current);
      const ignored = at.text(old);
      if (kept.is !== 'known' || ignored.is !== 'known' || kept.value === ignored.value) continue;
      const fix = at.fix('review', `Remove ${old}`, at.remove(old));
      const span = at.at(old)?.anchor ?? ignored.span;
      yield { message: 'both', data: { old, current, value: kept.value }, span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.dir: s3://b/new\n«state.checkpoints.dir»: s3://b/old # which?\n`,
        fixed: `${file}execution.checkpointing.dir: s3://b/new\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('«state.backend»: hashmap\nstate.backend.type: rocksdb\n'),
        fixed: deployment('state.backend.type: rocksdb\n'),
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.dir: s3://b/c\nstate.checkpoints.dir: s3://b/c\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.dir: \${DIR}\nstate.checkpoints.dir: s3://b/c\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.dir: s3://b/c\nstate.checkpoints.dir: \${DIR}\n`,
      },
      { path: 'config.yaml', text: `${file}state:\n  backend:\n    type: rocksdb\n` },
    ],
  },
});
