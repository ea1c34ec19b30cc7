import { forbiddenValue } from '../../../shapes/forbidden-value';
import { clusterReference } from '../documentation';
import { cluster } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-append-time',
  catalogue: ['redpanda-append-time'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The time of the event is overwritten by the time of arrival.',
  why: 'Windows and joins as of a time go wrong after every delay, and a replay gives all records the time of the replay.',
  remedy: 'Use `CreateTime`.',
  references: [clusterReference],
  views: ['redpanda/cluster-config'],
  key: ['log_message_timestamp_type'],
  forbidden: ['LogAppendTime'],
  message: 'With {value} the time of the event is lost.',
  mend: { set: 'CreateTime', title: 'Keep the time of the event', safety: 'review' },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('log_message_timestamp_type: «LogAppendTime» # why\n'),
        fixed: cluster('log_message_timestamp_type: CreateTime # why\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('log_message_timestamp_type: CreateTime\n') },
      { path: '.bootstrap.yaml', text: cluster('log_message_timestamp_type: ${VALUE}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
