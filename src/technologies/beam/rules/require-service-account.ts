import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { dataflow } from '../example-text';
import { isDataflow, optionAt } from '../pipeline';

const without = dataflow('').replace(
  ',\n  "service_account_email": "beam@ml-clicks.iam.gserviceaccount.com"',
  '',
);

export default defineRule({
  id: 'beam/require-service-account',
  catalogue: ['dataflow-default-service-account'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'Workers run as the default account of the project.',
  why: 'The default Compute Engine account often may edit the whole project: code in a pipeline, or a package that it installs, may then do so too.',
  remedy: 'Make an account with the roles that the job needs and name it in `service_account_email`.',
  references: [
    {
      title: 'Dataflow security and permissions: worker service account',
      url: 'https://cloud.google.com/dataflow/docs/concepts/security-and-permissions#worker-service-account',
    },
  ],
  messages: { missing: 'Workers run as the default account of Compute Engine.' },
  fix: { none: 'Which account has the rights is not in the file.' },
  looksAt: [{ view: 'beam/options', path: [] }],
  *check(at): Iterable<Report> {
    const runner = at.at('runner');
    if (!runner || !isDataflow(at) || optionAt(at, 'service_account_email') || at.has('serviceAccount'))
      return;
    if (at.get('service_account_email').is === 'absent') yield { message: 'missing', span: runner.span };
  },
  examples: {
    bad: [{ path: 'options.json', text: without.replace('"DataflowRunner"', '«"DataflowRunner"»') }],
    good: [
      { path: 'options.json', text: dataflow('') },
      { path: 'options.json', text: without.replace('"project"', '"serviceAccount": "a@b", "project"') },
      { path: 'options.json', text: without.replace('"project"', '"serviceAccountEmail": "a@b", "project"') },
      { path: 'options.json', text: without.replace('DataflowRunner', 'FlinkRunner') },
    ],
  },
});
