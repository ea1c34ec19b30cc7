import { forbiddenValue } from '../../../shapes/forbidden-value';
import { guarantees } from '../documentation';
import { pulsarFunction } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-at-most-once',
  catalogue: ['pulsar-function-atmost-once'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A function may lose messages.',
  why: 'A message counts as done before it was worked on: what was in hand when the function fails is lost.',
  remedy: 'Use `ATLEAST_ONCE`, or `EFFECTIVELY_ONCE` with deduplication.',
  references: [guarantees],
  views: ['pulsar/function'],
  key: ['processingGuarantees'],
  forbidden: ['ATMOST_ONCE'],
  message: 'With {value} messages in hand are lost when the function fails.',
  mend: { set: 'ATLEAST_ONCE', title: 'Process at least once', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'function.yaml',
        text: pulsarFunction('processingGuarantees: «ATMOST_ONCE» # why\n'),
        fixed: pulsarFunction('processingGuarantees: ATLEAST_ONCE # why\n'),
      },
    ],
    good: [
      { path: 'function.yaml', text: pulsarFunction('processingGuarantees: ATLEAST_ONCE\n') },
      { path: 'function.yaml', text: pulsarFunction('processingGuarantees: ${VALUE}\n') },
      { path: 'function.yaml', text: pulsarFunction('') },
    ],
  },
});
