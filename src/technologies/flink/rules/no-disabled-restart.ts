import { forbiddenValue } from '../../../shapes/forbidden-value';
import { taskFailure } from '../documentation';
import { compose, deployment, file } from '../example-text';

export default forbiddenValue({
  id: 'flink/no-disabled-restart',
  catalogue: ['flink-restart-none'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A failing job is never restarted.',
  why: 'The first exception, a lost connection or a moved pod ends the job; features and labels stop until somebody starts it by hand, though a checkpoint was there to go on from.',
  remedy:
    'Leave the strategy out: with checkpoints on, Flink 2 restarts with growing delays (`exponential-delay`).',
  references: [taskFailure],
  views: ['flink/config'],
  key: ['restart-strategy.type'],
  otherKeys: [['restart-strategy']],
  forbidden: ['none', 'off', 'disable'],
  message: 'With {key} "{value}" the job fails for good at the first error.',
  mend: { set: 'exponential-delay', title: 'Restart with growing delays', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}restart-strategy.type: «none» # for now\n`,
        fixed: `${file}restart-strategy.type: exponential-delay # for now\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}restart-strategy:\n  type: «disable»\n`,
        fixed: `${file}restart-strategy:\n  type: exponential-delay\n`,
      },
      {
        path: 'flink-conf.yaml',
        text: `${file}restart-strategy: «off»\n`,
        fixed: `${file}restart-strategy: exponential-delay\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('restart-strategy.type: «none»\n'),
        fixed: deployment('restart-strategy.type: exponential-delay\n'),
      },
      {
        path: 'compose.yaml',
        text: compose('restart-strategy: «none» # now\nparallelism.default: 2\n'),
        fixed: compose('restart-strategy: exponential-delay # now\nparallelism.default: 2\n'),
      },
    ],
    good: [
      { path: 'config.yaml', text: `${file}restart-strategy.type: fixed-delay\n` },
      { path: 'config.yaml', text: `${file}restart-strategy.type: \${STRATEGY}\n` },
      { path: 'config.yaml', text: `restart-strategy.kind: none\n${file}` },
      { path: 'other.yaml', text: 'restart-strategy: none\n' },
    ],
  },
});
