import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { authentication, readiness } from '../documentation';
import { cluster, resource } from '../example-text';

export default defineRule({
  id: 'redpanda/require-sasl',
  catalogue: ['redpanda-no-sasl'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Kafka clients need not say who they are.',
  why: 'Whoever reaches a broker reads and writes all topics.',
  remedy:
    'Set `enable_sasl: true` and name superusers; or `kafka_enable_authorization: true` with certificates.',
  references: [authentication, readiness],
  messages: { off: 'Authentication is off: anyone who reaches a broker may use it.' },
  fix: 'review',
  looksAt: [{ view: 'redpanda/cluster-config', path: [] }],
  *check(at): Iterable<Report> {
    const sasl = at.boolean('enable_sasl');
    if (sasl.is !== 'known' || sasl.value) return;
    const authorization = at.boolean('kafka_enable_authorization');
    const isOff = authorization.is === 'known' ? !authorization.value : !at.has('kafka_enable_authorization');
    if (!isOff) return;
    // Without a superuser nobody could let anyone in.
    const fix = at.has('superusers')
      ? at.fix('review', 'Turn SASL on', at.set(['enable_sasl'], true))
      : undefined;
    yield { message: 'off', span: sasl.span, fix };
  },
  examples: {
    bad: [
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: «false» # later\n') },
      {
        path: '.bootstrap.yaml',
        text: cluster('enable_sasl: «false»\nkafka_enable_authorization: false\nsuperusers: [admin]\n'),
        fixed: cluster('enable_sasl: true\nkafka_enable_authorization: false\nsuperusers: [admin]\n'),
      },
      { path: 'cluster.yaml', text: resource('enable_sasl: «false»\n') },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: true\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: ${SASL}\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: false\nkafka_enable_authorization: true\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: false\nkafka_enable_authorization: ${ON}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
