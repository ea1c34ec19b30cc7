import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerProperties } from '../documentation';
import { node } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-self-founded-cluster',
  catalogue: ['redpanda-empty-seed-starts-cluster'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'A broker without seeds founds a cluster of its own.',
  why: 'A broker that comes up with a wrong or empty list of seeds forms a second cluster, and clients write to both.',
  remedy: 'Set `empty_seed_starts_cluster: false` and give all brokers the same `seed_servers`.',
  references: [brokerProperties],
  views: ['redpanda/node-config'],
  key: ['empty_seed_starts_cluster'],
  forbidden: ['true'],
  message: 'Without seeds this broker founds a cluster of its own.',
  mend: { set: false, title: 'Join by seeds only', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'redpanda.yaml',
        text: node('empty_seed_starts_cluster: «true» # why\n'),
        fixed: node('empty_seed_starts_cluster: false # why\n'),
      },
    ],
    good: [
      { path: 'redpanda.yaml', text: node('empty_seed_starts_cluster: false\n') },
      { path: 'redpanda.yaml', text: node('empty_seed_starts_cluster: ${VALUE}\n') },
      { path: 'redpanda.yaml', text: node('') },
    ],
  },
});
