import { forbiddenValue } from '../../../shapes/forbidden-value';
import { clusterReference } from '../documentation';
import { cluster } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/no-topic-auto-creation',
  catalogue: ['redpanda-auto-create'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'Topics come into being by being named.',
  why: 'A misspelt name makes a new topic with default partitions, and what is sent there is missing elsewhere.',
  remedy: 'Leave it at its default, `false`, and create topics in the release.',
  references: [clusterReference],
  views: ['redpanda/cluster-config'],
  key: ['auto_create_topics_enabled'],
  forbidden: ['true'],
  message: 'A misspelt name makes a new topic.',
  mend: { set: false, title: 'Create topics by hand', safety: 'review' },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('auto_create_topics_enabled: «true» # why\n'),
        fixed: cluster('auto_create_topics_enabled: false # why\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('auto_create_topics_enabled: false\n') },
      { path: '.bootstrap.yaml', text: cluster('auto_create_topics_enabled: ${VALUE}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
