import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { azureFile } from '../example-files';
import { endpointReference } from '../sources';

export default defineRule({
  id: 'azureml/no-key-authentication',
  catalogue: ['azureml-endpoint-key-auth'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'An endpoint is called with a static key.',
  why: 'A key does not expire and names nobody: who has it once may call the model for ever, and the log does not tell who did.',
  remedy: 'Set `auth_mode: aad_token`, so that callers use identities with a role.',
  references: [
    endpointReference,
    {
      title: 'Azure ML: authentication for online endpoints',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/concept-endpoints-online-auth?view=azureml-api-2',
    },
  ],
  messages: {
    key: 'Callers of the endpoint use a static key.',
    unset: 'Without auth_mode callers of the endpoint use a static key.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/managed-endpoint', path: [] }],
  *check(at): Iterable<Report> {
    const mode = at.text('auth_mode');
    const fix = at.fix('review', 'Use tokens of Microsoft Entra', at.set(['auth_mode'], 'aad_token'));
    if (mode.is === 'absent') yield { message: 'unset', span: mode.anchor, fix };
    if (mode.is === 'known' && mode.value.toLowerCase() === 'key')
      yield { message: 'key', span: mode.span, fix };
  },
  examples: {
    bad: [
      azureFile('managedOnlineEndpoint', 'name: fraud\nauth_mode: «key» # simple\n', {
        message: 'key',
        fixed: 'name: fraud\nauth_mode: aad_token # simple\n',
      }),
      {
        path: 'endpoint.yml',
        message: 'unset',
        text: '«$schema»: https://azuremlschemasprod.azureedge.net/latest/managedOnlineEndpoint.schema.json\nname: fraud\n',
        fixed:
          '$schema: https://azuremlschemasprod.azureedge.net/latest/managedOnlineEndpoint.schema.json\nname: fraud\nauth_mode: aad_token\n',
      },
    ],
    good: [
      azureFile('managedOnlineEndpoint', 'auth_mode: aad_token\n'),
      azureFile('managedOnlineEndpoint', 'auth_mode: aml_token\n'),
      azureFile('managedOnlineDeployment', 'name: blue\n'),
    ],
  },
});
