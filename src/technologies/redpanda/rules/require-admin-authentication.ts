import { forbiddenValue } from '../../../shapes/forbidden-value';
import { authentication } from '../documentation';
import { cluster } from '../example-text';

export default forbiddenValue({
  id: 'redpanda/require-admin-authentication',
  catalogue: ['redpanda-admin-no-auth'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'The Admin API asks nobody who they are.',
  why: 'Whoever reaches the port makes users, changes properties and takes brokers out.',
  remedy: 'Set `admin_api_require_auth: true` with superusers.',
  references: [authentication],
  views: ['redpanda/cluster-config'],
  key: ['admin_api_require_auth'],
  forbidden: ['false'],
  message: 'The Admin API is open to everyone who reaches it.',
  mend: { set: true, title: 'Ask for credentials', safety: 'review' },
  examples: {
    bad: [
      {
        path: '.bootstrap.yaml',
        text: cluster('admin_api_require_auth: «false» # why\n'),
        fixed: cluster('admin_api_require_auth: true # why\n'),
      },
    ],
    good: [
      { path: '.bootstrap.yaml', text: cluster('admin_api_require_auth: true\n') },
      { path: '.bootstrap.yaml', text: cluster('admin_api_require_auth: ${VALUE}\n') },
      { path: '.bootstrap.yaml', text: cluster('') },
    ],
  },
});
