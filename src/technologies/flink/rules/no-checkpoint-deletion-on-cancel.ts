import { forbiddenValue } from '../../../shapes/forbidden-value';
import { checkpoints } from '../documentation';
import { compose, file } from '../example-text';

export default forbiddenValue({
  id: 'flink/no-checkpoint-deletion-on-cancel',
  catalogue: ['flink-checkpoint-deleted-on-cancel'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'Checkpoints are deleted when the job is cancelled.',
  why: 'Whoever cancels a job to change it and starts it again begins with empty state: windows, joins and deduplication forget what they had seen.',
  remedy:
    'Set `execution.checkpointing.externalized-checkpoint-retention` to `RETAIN_ON_CANCELLATION` and clean up by age.',
  references: [checkpoints],
  views: ['flink/config'],
  key: ['execution.checkpointing.externalized-checkpoint-retention'],
  forbidden: ['DELETE_ON_CANCELLATION', 'NO_EXTERNALIZED_CHECKPOINTS'],
  message: 'With {value} nothing is left to resume from once the job is cancelled.',
  mend: { set: 'RETAIN_ON_CANCELLATION', title: 'Keep checkpoints of cancelled jobs', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.externalized-checkpoint-retention: «DELETE_ON_CANCELLATION» # tidy\n`,
        fixed: `${file}execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION # tidy\n`,
      },
      {
        path: 'compose.yaml',
        text: compose(
          'execution.checkpointing.externalized-checkpoint-retention: «NO_EXTERNALIZED_CHECKPOINTS»\n',
        ),
        fixed: compose('execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION\n'),
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.externalized-checkpoint-retention: \${KEEP}\n`,
      },
    ],
  },
});
