import { forbiddenValue } from '../../../shapes/forbidden-value';
import { clusterReference } from '../documentation';
import { cluster } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-write-caching',
  catalogue: ['redpanda-write-caching'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Writes are acknowledged before they are on any disk.',
  why: 'When the machines of a partition lose power together, acknowledged records are gone.',
  remedy: 'Leave it at `false`, and turn it on for topics whose loss does no harm.',
  references: [clusterReference],
  views: ['redpanda/cluster-config'],
  key: ['write_caching_default'],
  forbidden: ['true'],
  message: 'With write caching acknowledged records may be lost.',
  mend: { set: false, title: 'Write to disk first', safety: 'review' },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('write_caching_default: «true» # why\n'),
        fixed: cluster('write_caching_default: false # why\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('write_caching_default: false\n') },
      { path: '.bootstrap.yaml', text: cluster('write_caching_default: ${VALUE}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
