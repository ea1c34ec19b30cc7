import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { clusterProperties } from '../cluster-properties';
import { clusterConfiguration } from '../documentation';
import { node } from '../example-text';

export default defineRule({
  id: 'redpanda/no-cluster-property-in-broker-file',
  catalogue: ['redpanda-cluster-props-in-node-file'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A property of the cluster stands in the file of one broker.',
  why: 'It is ignored there: authentication, retention or replication that the file asks for is not in force, and nothing says so.',
  remedy: 'Put it into `.bootstrap.yaml` before the first start, or set it by `rpk cluster config set`.',
  references: [clusterConfiguration],
  messages: { ignored: '"{key}" is a property of the cluster; in the file of a broker it is ignored.' },
  fix: { none: 'It belongs into another file, or into the running cluster.' },
  looksAt: [{ view: 'redpanda/node-config', path: [] }],
  *check(at): Iterable<Report> {
    for (const entry of at.entries()) {
      if (clusterProperties.has(entry.key))
        yield { message: 'ignored', data: { key: entry.key }, span: entry.anchor };
    }
  },
  examples: {
    bad: [
      { path: 'redpanda.yaml', text: node('«enable_sasl»: true # secure\n') },
      { path: 'redpanda.yaml', text: node('developer_mode: false\n«default_topic_replications»: 3\n') },
    ],
    good: [
      { path: 'redpanda.yaml', text: node('developer_mode: false\nrack: a\n') },
      { path: '.bootstrap.yaml', text: 'enable_sasl: true\n' },
    ],
  },
});
