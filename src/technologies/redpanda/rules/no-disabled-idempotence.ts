import { forbiddenValue } from '../../../shapes/forbidden-value';
import { clusterReference } from '../documentation';
import { cluster } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-disabled-idempotence',
  catalogue: ['redpanda-idempotence-disabled'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Idempotent or transactional producers are refused.',
  why: 'Current clients are idempotent unless told otherwise: they fail when they connect, or write duplicates once that is turned off.',
  remedy: 'Leave it at its default, `true`.',
  references: [clusterReference],
  views: ['redpanda/cluster-config'],
  key: ['enable_idempotence'],
  otherKeys: [['enable_transactions']],
  forbidden: ['false'],
  message: '{key} is off: idempotent producers fail.',
  mend: { set: true, title: 'Turn it on', safety: 'review' },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('enable_idempotence: «false» # why\n'),
        fixed: cluster('enable_idempotence: true # why\n'),
      },
      {
        path: '.bootstrap.yaml',
        text: cluster('enable_transactions: «false» # why\n'),
        fixed: cluster('enable_transactions: true # why\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('enable_idempotence: true\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_idempotence: ${VALUE}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
