import { forbiddenValue } from '../../../shapes/forbidden-value';
import { checkpointing } from '../documentation';
import { deployment, file } from '../example-text';

export default forbiddenValue({
  id: 'flink/no-at-least-once-checkpoints',
  catalogue: ['flink-at-least-once-checkpoint'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Checkpoints are taken in at-least-once mode.',
  why: 'After a failure some records are counted again: sums, counts and joined labels that models learn from come out too high, and a training run cannot be repeated.',
  remedy: 'Leave `execution.checkpointing.mode` at its default, `EXACTLY_ONCE`.',
  references: [checkpointing],
  views: ['flink/config'],
  key: ['execution.checkpointing.mode'],
  forbidden: ['AT_LEAST_ONCE'],
  message: 'Checkpoint mode {value} counts records twice after a failure.',
  mend: { set: 'EXACTLY_ONCE', title: 'Set the checkpoint mode to EXACTLY_ONCE', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.mode: «AT_LEAST_ONCE» # faster\n`,
        fixed: `${file}execution.checkpointing.mode: EXACTLY_ONCE # faster\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('execution:\n  checkpointing:\n    mode: «at_least_once»\n'),
        fixed: deployment('execution:\n  checkpointing:\n    mode: EXACTLY_ONCE\n'),
      },
    ],
    good: [
      { path: 'config.yaml', text: `${file}execution.checkpointing.mode: EXACTLY_ONCE\n` },
      { path: 'config.yaml', text: `${file}execution.checkpointing.mode: \${MODE}\n` },
    ],
  },
});
