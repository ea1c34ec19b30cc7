import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { clusterReference, readiness } from '../documentation';
import { cluster, resource, topic } from '../example-text';

export default defineRule({
  id: 'redpanda/no-few-replicas',
  catalogue: ['redpanda-replication-one'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Topics have fewer than three copies, or an even number of them.',
  why: 'With one copy a lost disk loses records; an even number is refused, for a majority needs an odd one.',
  remedy: 'Use three.',
  references: [clusterReference, readiness],
  messages: {
    few: 'With {key} {value} a lost broker loses records.',
    even: '{key} must be odd; Redpanda refuses {value}.',
  },
  fix: 'review',
  looksAt: [
    { view: 'redpanda/cluster-config', path: ['default_topic_replications'] },
    { view: 'redpanda/cluster-config', path: ['minimum_topic_replications'] },
    { view: 'redpanda/topic', path: ['spec', 'replicationFactor'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.number();
    if (value.is !== 'known' || value.value < 1 || (value.value >= 3 && value.value % 2 === 1)) return;
    const message = value.value % 2 === 0 ? 'even' : 'few';
    const wanted = value.value % 2 === 0 ? value.value + 1 : 3;
    const fix = at.fix('review', `Keep ${wanted} copies`, at.set([], wanted));
    yield { message, data: { key: at.key, value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('default_topic_replications: «1» # one\n'),
        message: 'few',
        fixed: cluster('default_topic_replications: 3 # one\n'),
      },
      {
        path: 'cluster.yaml',
        text: resource('minimum_topic_replications: «2»\n'),
        message: 'even',
        fixed: resource('minimum_topic_replications: 3\n'),
      },
      {
        path: 'topic.yaml',
        text: topic('partitions: 3\nreplicationFactor: «1»\n'),
        message: 'few',
        fixed: topic('partitions: 3\nreplicationFactor: 3\n'),
      },
      {
        path: 'topic.yaml',
        text: topic('replicationFactor: «4»\n'),
        message: 'even',
        fixed: topic('replicationFactor: 5\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('default_topic_replications: 3\n') },
      { path: '.bootstrap.yaml', text: cluster('default_topic_replications: ${REPLICAS}\n') },
      { path: 'topic.yaml', text: topic('replicationFactor: 5\n') },
      { path: 'topic.yaml', text: topic('replicationFactor: -1\n') },
    ],
  },
});
