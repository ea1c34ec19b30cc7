import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment } from '../example-files';
import { deploymentReference } from '../sources';

export default defineRule({
  id: 'azureml/require-request-metrics',
  catalogue: ['azureml-deploy-no-appinsights'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A deployment sends nothing to Application Insights.',
  why: 'It is off by default. Logs of the scoring script and traces of slow or failed requests are then gone with the container.',
  remedy: 'Set `app_insights_enabled: true`.',
  references: [deploymentReference],
  messages: {
    unset: 'Without app_insights_enabled logs and traces of requests are not kept.',
    off: 'Logs and traces of requests are not kept.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/managed-deployment', path: [] }],
  *check(at): Iterable<Report> {
    const enabled = at.boolean('app_insights_enabled');
    const edits = at.set(['app_insights_enabled'], true);
    const fix = at.fix('review', 'Enable Application Insights', edits);
    if (enabled.is === 'absent') yield { message: 'unset', span: enabled.anchor, fix };
    if (enabled.is === 'known' && !enabled.value) yield { message: 'off', span: enabled.span, fix };
  },
  examples: {
    bad: [
      deployment('app_insights_enabled: «false» # cost\n', {
        message: 'off',
        fixed: 'app_insights_enabled: true # cost\n',
      }),
      {
        path: 'd.yml',
        message: 'unset',
        text: '«$schema»: http://azureml/sdk-2-0/ManagedOnlineDeployment.json\n',
        fixed: '$schema: http://azureml/sdk-2-0/ManagedOnlineDeployment.json\napp_insights_enabled: true\n',
      },
    ],
    good: [deployment('app_insights_enabled: true\n'), deployment('app_insights_enabled: "${ON}"\n')],
  },
});
