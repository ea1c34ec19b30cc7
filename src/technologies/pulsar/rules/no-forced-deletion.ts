import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerSettings } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-forced-deletion',
  catalogue: ['pulsar-force-delete'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A namespace or tenant can be deleted with all that is in it.',
  why: 'One wrong name in a script deletes all topics, subscriptions and schemas at once.',
  remedy: 'Leave it at `false`.',
  references: [brokerSettings],
  views: ['pulsar/broker-config'],
  key: ['forceDeleteNamespaceAllowed'],
  otherKeys: [['forceDeleteTenantAllowed']],
  forbidden: ['true'],
  message: '{key} lets one command delete everything below.',
  mend: { set: false, title: 'Refuse forced deletion', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('forceDeleteNamespaceAllowed=«true»\n'),
        fixed: broker('forceDeleteNamespaceAllowed=false\n'),
      },
      {
        path: 'broker.conf',
        text: broker('forceDeleteTenantAllowed=«true»\n'),
        fixed: broker('forceDeleteTenantAllowed=false\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('forceDeleteNamespaceAllowed=false\n') },
      { path: 'broker.conf', text: broker('forceDeleteNamespaceAllowed=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});
