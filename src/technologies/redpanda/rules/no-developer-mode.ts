import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerProperties } from '../documentation';
import { node } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-developer-mode',
  catalogue: ['redpanda-developer-mode'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The broker runs in developer mode.',
  why: 'It skips the checks of disk, memory and kernel: the broker starts on a machine on which it will lose data or stand still under load.',
  remedy: 'Set `developer_mode: false`; `rpk redpanda mode production` does it.',
  references: [brokerProperties],
  views: ['redpanda/node-config'],
  key: ['developer_mode'],
  forbidden: ['true'],
  message: 'Developer mode skips the checks that guard data and speed.',
  mend: { set: false, title: 'Leave developer mode', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'redpanda.yaml',
        text: node('developer_mode: «true» # why\n'),
        fixed: node('developer_mode: false # why\n'),
      },
    ],
    good: [
      { path: 'redpanda.yaml', text: node('developer_mode: false\n') },
      { path: 'redpanda.yaml', text: node('developer_mode: ${VALUE}\n') },
      { path: 'redpanda.yaml', text: node('') },
    ],
  },
});
