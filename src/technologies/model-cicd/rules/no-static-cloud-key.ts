import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { actionOf } from '../jobs';
import { oidc } from '../sources';

const keys: Readonly<Record<string, readonly [input: string, instead: string]>> = {
  'google-github-actions/auth': ['credentials_json', 'workload_identity_provider'],
  'aws-actions/configure-aws-credentials': ['aws-access-key-id', 'role-to-assume'],
  'azure/login': ['creds', 'client-id, tenant-id and subscription-id'],
};

export default defineRule({
  id: 'model-cicd/no-static-cloud-key',
  catalogue: ['cicd-static-cloud-key'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'A workflow logs in to a cloud with a stored key.',
  why: 'The key does not expire, works from anywhere, and every step of the job can read it: one bad dependency of the training takes the buckets of data and models along.',
  remedy: 'Log in by OpenID Connect, with a role that only this repository and branch may take.',
  references: [oidc],
  messages: { key: '{input} is a key that does not expire; log in by {instead} instead.' },
  fix: { none: 'The trust between cloud and repository has to be set up first.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    const [input, instead] = keys[actionOf(at)] ?? [];
    const key = input === undefined ? undefined : at.at('with', input);
    if (input === undefined || instead === undefined || !key) return;
    yield { message: 'key', data: { input, instead }, span: key.anchor };
  },
  examples: {
    bad: [
      steps(
        '      - uses: google-github-actions/auth@v3\n        with:\n          «credentials_json»: ${{ secrets.GCP_KEY }} # key\n',
      ),
      steps(
        '      - uses: aws-actions/configure-aws-credentials@v5\n        with: { «aws-access-key-id»: "${{ secrets.A }}", role-to-assume: r }\n',
      ),
      steps('      - uses: Azure/login@v2\n        with: { «creds»: "${{ secrets.AZURE }}" }\n'),
    ],
    good: [
      steps(
        '      - uses: google-github-actions/auth@v3\n        with: { workload_identity_provider: p, service_account: s }\n',
      ),
      steps('      - uses: aws-actions/configure-aws-credentials@v5\n        with: { role-to-assume: r }\n'),
      steps('      - uses: azure/login@v2\n        with: { client-id: c }\n'),
      steps('      - uses: acme/login@v2\n        with: { creds: c }\n'),
    ],
  },
});
