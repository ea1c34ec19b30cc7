import { forbiddenValue } from '../../../shapes/forbidden-value';
import { clusterReference } from '../documentation';
import { cluster } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-disabled-balancing',
  catalogue: ['redpanda-autobalance-off'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Partitions stay where they are when brokers come and go.',
  why: 'A new broker gets no load, and a full disk is not emptied until somebody moves partitions by hand.',
  remedy: 'Use `node_add`, the default, or `continuous`.',
  references: [clusterReference],
  views: ['redpanda/cluster-config'],
  key: ['partition_autobalancing_mode'],
  forbidden: ['off'],
  message: 'With {value} partitions are never moved.',
  mend: { set: 'node_add', title: 'Balance when brokers are added', safety: 'review' },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('partition_autobalancing_mode: «off» # why\n'),
        fixed: cluster('partition_autobalancing_mode: node_add # why\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('partition_autobalancing_mode: node_add\n') },
      { path: '.bootstrap.yaml', text: cluster('partition_autobalancing_mode: ${VALUE}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
