import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { checkpointing } from '../documentation';
import { deployment, file, job } from '../example-text';
import { renamedSettings } from '../settings';

const withDirectory = (name: string, value = 's3://b/c'): string => deployment(`${name}: ${value}\n`);

export default defineRule({
  id: 'flink/no-renamed-setting',
  catalogue: [],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'A setting of Flink 2 stands under the name that it had before.',
  why: 'Flink 1.20 renamed settings (FLIP-406). The old name is read only as long as nobody adds the new one, and will go with a later version.',
  remedy: 'Write the new name, such as `execution.checkpointing.dir`.',
  references: [checkpointing],
  messages: { renamed: '"{old}" is called "{current}" in Flink 2.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    if (!isForFlink2(at)) return;
    for (const [current, old] of renamedSettings) {
      const setting = old === undefined ? undefined : at.at(old);
      if (old === undefined || setting?.node?.type !== 'scalar' || at.has(current)) continue;
      const fix = at.fix('review', `Rename it to ${current}`, setting.rename([], current));
      yield { message: 'renamed', data: { old, current }, span: setting.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: withDirectory('«state.checkpoints.dir»', 's3://b/c # kept'),
        fixed: withDirectory('execution.checkpointing.dir', 's3://b/c # kept'),
      },
      {
        path: 'features.yaml',
        text: deployment('«state.backend»: rocksdb\n', job('stateless'), 'v2_0'),
        fixed: deployment('state.backend.type: rocksdb\n', job('stateless'), 'v2_0'),
      },
    ],
    good: [
      { path: 'features.yaml', text: withDirectory('execution.checkpointing.dir') },
      { path: 'features.yaml', text: deployment('state.backend:\n  type: rocksdb\n') },
      {
        path: 'features.yaml',
        text: deployment('state.checkpoints.dir: s3://b/c\nexecution.checkpointing.dir: s3://b/d\n'),
      },
      // The operator that runs Flink 1 looks for the old names itself.
      { path: 'features.yaml', text: deployment('state.backend: rocksdb\n', job('stateless'), 'v1_20') },
      { path: 'features.yaml', text: deployment('state.backend: rocksdb\n', job('stateless'), '${VERSION}') },
      { path: 'config.yaml', text: `${file}state.checkpoints.dir: s3://b/c\n` },
    ],
  },
});

function isForFlink2(config: NodeView): boolean {
  const version = config.outer?.text('flinkVersion');
  return version?.is === 'known' && /^v[2-9]_\d+$/.test(version.value);
}
