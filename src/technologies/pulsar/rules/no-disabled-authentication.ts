import { forbiddenValue } from '../../../shapes/forbidden-value';
import { security } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-disabled-authentication',
  catalogue: ['pulsar-auth-disabled'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Clients need not say who they are.',
  why: 'Whoever reaches the port reads and writes all topics and changes all tenants.',
  remedy: 'Set `authenticationEnabled=true` with `authenticationProviders`.',
  references: [security],
  views: ['pulsar/broker-config'],
  key: ['authenticationEnabled'],
  forbidden: ['false'],
  message: 'Authentication is off: anyone who reaches the broker may use it.',
  mend: { set: true, title: 'Turn authentication on', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('authenticationEnabled=«false»\n'),
        fixed: broker('authenticationEnabled=true\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('authenticationEnabled=true\n') },
      { path: 'broker.conf', text: broker('authenticationEnabled=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
