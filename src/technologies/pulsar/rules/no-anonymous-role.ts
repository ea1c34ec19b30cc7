import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { security } from '../documentation';
import { broker } from '../example-text';

export default defineRule({
  id: 'pulsar/no-anonymous-role',
  catalogue: ['pulsar-anonymous-role'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Clients that do not say who they are get a role.',
  why: 'Authentication is on and yet nobody has to pass it; what that role may do, anyone may.',
  remedy: 'Leave `anonymousUserRole` empty.',
  references: [security],
  messages: {
    role: 'Whoever gives no credentials is taken for "{value}".',
    superuser: 'Whoever gives no credentials is taken for "{value}", which is a superuser.',
  },
  fix: 'review',
  looksAt: [{ view: 'pulsar/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const role = at.text('anonymousUserRole');
    if (role.is !== 'known' || role.value.trim() === '') return;
    const roles = at.text('superUserRoles');
    const superusers = roles.is === 'known' ? roles.value.split(',').map((each) => each.trim()) : [];
    const message = superusers.includes(role.value.trim()) ? 'superuser' : 'role';
    const fix = at.fix('review', 'Remove anonymousUserRole', at.remove('anonymousUserRole'));
    yield { message, data: { value: role.value }, span: role.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('anonymousUserRole=«guest»\nsuperUserRoles=admin\n'),
        message: 'role',
        fixed: broker('superUserRoles=admin\n'),
      },
      {
        path: 'broker.conf',
        text: broker('superUserRoles=admin, guest\nanonymousUserRole=«guest»\n'),
        message: 'superuser',
        fixed: broker('superUserRoles=admin, guest\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('anonymousUserRole=\n') },
      { path: 'broker.conf', text: broker('anonymousUserRole=${ROLE}\n') },
      { path: 'broker.conf', text: broker('superUserRoles=guest\n') },
    ],
  },
});
