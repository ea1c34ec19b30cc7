import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { security } from '../documentation';
import { broker } from '../example-text';

export default defineRule({
  id: 'pulsar/require-authorization',
  catalogue: ['pulsar-authz-disabled'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Clients say who they are, and then all of them may do everything.',
  why: 'Tenants are not kept apart: any account reads the feedback of another team and deletes its topics.',
  remedy: 'Set `authorizationEnabled=true` and grant roles per namespace.',
  references: [security],
  messages: { off: 'Authentication is on, but authorization is off.' },
  fix: 'review',
  looksAt: [{ view: 'pulsar/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const named = at.boolean('authenticationEnabled');
    const allowed = at.boolean('authorizationEnabled');
    if (named.is !== 'known' || !named.value || allowed.is !== 'known' || allowed.value) return;
    const fix = at.fix('review', 'Turn authorization on', at.set(['authorizationEnabled'], true));
    yield { message: 'off', span: allowed.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('authenticationEnabled=true\nauthorizationEnabled=«false»\n'),
        fixed: broker('authenticationEnabled=true\nauthorizationEnabled=true\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('authenticationEnabled=true\nauthorizationEnabled=true\n') },
      { path: 'broker.conf', text: broker('authenticationEnabled=false\nauthorizationEnabled=false\n') },
      { path: 'broker.conf', text: broker('authenticationEnabled=true\nauthorizationEnabled=${ON}\n') },
      { path: 'broker.conf', text: broker('authorizationEnabled=false\n') },
    ],
  },
});
