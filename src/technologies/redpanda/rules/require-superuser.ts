import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { authentication } from '../documentation';
import { cluster, resource } from '../example-text';

export default defineRule({
  id: 'redpanda/require-superuser',
  catalogue: ['redpanda-sasl-no-superuser'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Authentication is on, and nobody may give rights.',
  why: 'Without a superuser no access can be granted: clients are locked out, and the one who runs the cluster too.',
  remedy: 'Name at least one account in `superusers`, and make it before authentication is on.',
  references: [authentication],
  messages: { missing: 'SASL is on, but there is no superuser.' },
  fix: { none: 'Which account is to be superuser is known only to the author.' },
  looksAt: [{ view: 'redpanda/cluster-config', path: [] }],
  *check(at): Iterable<Report> {
    const sasl = at.boolean('enable_sasl');
    if (sasl.is !== 'known' || !sasl.value) return;
    const superusers = at.list('superusers');
    const isEmpty = superusers.is === 'known' && superusers.value.length === 0;
    if (isEmpty || superusers.is === 'absent') yield { message: 'missing', span: sasl.span };
  },
  examples: {
    bad: [
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: «true» # on\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: «true»\nsuperusers: []\n') },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: true\nsuperusers: [admin]\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: true\nsuperusers: ${ADMINS}\n') },
      { path: '.bootstrap.yaml', text: cluster('enable_sasl: false\n') },
      { path: 'cluster.yaml', text: resource('enable_sasl: true\n') },
    ],
  },
});
