import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { azureFile } from '../example-files';
import { endpointReference } from '../sources';

const address = 'https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json';

export default defineRule({
  id: 'azureml/no-public-endpoint',
  catalogue: ['azureml-endpoint-public'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'An endpoint can be reached from the whole internet.',
  why: 'Public access is the default. A leaked key or token is then enough to call the model from anywhere, to copy it by its answers, or to run up its bill.',
  remedy: 'Set `public_network_access: disabled` and call it through a private endpoint.',
  references: [
    endpointReference,
    {
      title: 'Azure ML: network isolation of managed online endpoints',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/concept-secure-online-endpoint?view=azureml-api-2',
    },
  ],
  messages: {
    enabled: 'The endpoint can be reached from the whole internet.',
    unset: 'Without public_network_access the endpoint can be reached from the whole internet.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/managed-endpoint', path: [] }],
  *check(at): Iterable<Report> {
    const access = at.text('public_network_access');
    const edits = at.set(['public_network_access'], 'disabled');
    const fix = at.fix('review', 'Disable public access', edits);
    if (access.is === 'absent') yield { message: 'unset', span: access.anchor, severity: 'info', fix };
    if (access.is === 'known' && access.value.toLowerCase() === 'enabled')
      yield { message: 'enabled', span: access.span, fix };
  },
  examples: {
    bad: [
      azureFile('managedOnlineEndpoint', 'public_network_access: «Enabled» # for now\n', {
        message: 'enabled',
        fixed: 'public_network_access: disabled # for now\n',
      }),
      {
        path: 'endpoint.yml',
        message: 'unset',
        severity: 'info',
        text: `«$schema»: ${address}\nname: fraud\n`,
        fixed: `$schema: ${address}\nname: fraud\npublic_network_access: disabled\n`,
      },
    ],
    good: [azureFile('managedOnlineEndpoint', 'public_network_access: disabled\n')],
  },
});
