import { boundedNumber } from '../../../shapes/bounded-number';
import { checkpointing } from '../documentation';
import { file } from '../example-text';

export default boundedNumber({
  id: 'flink/no-single-retained-checkpoint',
  catalogue: ['flink-num-retained-one'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Only the last checkpoint is kept.',
  why: 'If that one cannot be read, damaged or deleted too early, there is no older one to go back to.',
  remedy:
    'Keep three: `execution.checkpointing.num-retained: 3` (`state.checkpoints.num-retained` before Flink 1.20).',
  references: [checkpointing],
  views: ['flink/config'],
  key: ['execution.checkpointing.num-retained'],
  otherKeys: [['state.checkpoints.num-retained']],
  least: 2,
  message: '{key} keeps {value} checkpoint; no older one is left when it cannot be read.',
  mend: { title: 'Keep two checkpoints', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}execution.checkpointing.num-retained: «1» # default\n`,
        fixed: `${file}execution.checkpointing.num-retained: 2 # default\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}state:\n  checkpoints:\n    num-retained: «1»\n`,
        fixed: `${file}state:\n  checkpoints:\n    num-retained: 2\n`,
      },
    ],
    good: [
      { path: 'config.yaml', text: `${file}execution.checkpointing.num-retained: 2\n` },
      { path: 'config.yaml', text: `${file}execution.checkpointing.num-retained: \${KEPT}\n` },
      { path: 'config.yaml', text: file },
    ],
  },
});
