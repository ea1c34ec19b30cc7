import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { workflow } from '../example-files';
import { actionOf, rawText, sourceOf, stepsOf, triggersOf, workflowOf } from '../jobs';
import { oidc } from '../sources';

/** Inputs by which an action logs in by OpenID Connect, and those that show another way. */
const logins: Readonly<Record<string, { readonly by: string; readonly unless: readonly string[] }>> = {
  'google-github-actions/auth': { by: 'workload_identity_provider', unless: ['credentials_json'] },
  'aws-actions/configure-aws-credentials': {
    by: 'role-to-assume',
    unless: ['aws-access-key-id', 'web-identity-token-file', 'role-chaining'],
  },
  'azure/login': { by: 'client-id', unless: ['creds', 'auth-type'] },
};

const google =
  '      - uses: google-github-actions/auth@v3\n        with: { «workload_identity_provider»: p }\n';
const plain = google.replace(/[«»]/g, '');
const aws = '      - uses: aws-actions/configure-aws-credentials@v5\n        with: { «role-to-assume»: r }\n';

export default defineRule({
  id: 'model-cicd/require-id-token',
  catalogue: ['cicd-oidc-no-id-token'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A job logs in by OpenID Connect without the right to ask for a token.',
  why: 'GitHub gives the identity token only to jobs with `id-token: write`; the login fails, and with it the run.',
  remedy: 'Add `id-token: write` to the permissions of the job.',
  references: [oidc],
  messages: { missing: 'The login fails, for the job may not ask for an identity token.' },
  fix: 'review',
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const whole = workflowOf(at);
    const login = stepsOf(at).flatMap(loginOf)[0];
    const own = at.at('permissions') ?? whole.at('permissions');
    // The caller's rights hold where a called workflow says nothing; own runners may bring an identity along.
    if (!login || (!own && triggersOf(whole).includes('workflow_call'))) return;
    if (/self-hosted/.test(sourceOf(at.at('runs-on'))) || (own && grants(own))) return;
    const isMap = own?.node?.type === 'map';
    const edits = isMap
      ? own.set(['id-token'], 'write')
      : own
        ? undefined
        : at.set(['permissions'], { contents: 'read', 'id-token': 'write' });
    yield { message: 'missing', span: login.anchor, fix: at.fix('review', 'Allow identity tokens', edits) };
  },
  examples: {
    bad: [
      workflow(`  deploy:\n    permissions: {contents: read}\n    steps:\n${google}`, {
        fixed: `  deploy:\n    permissions: {contents: read, id-token: write}\n    steps:\n${plain}`,
      }),
      workflow(`  deploy:\n    steps:\n${google}`, {
        fixed: `  deploy:\n    steps:\n${plain}    permissions:\n      contents: read\n      id-token: write\n`,
      }),
      workflow(`  deploy:\n    steps:\n${google}`, { head: 'on: push\npermissions: read-all\n' }),
      workflow(`  deploy:\n    permissions: {id-token: read}\n    steps:\n${aws}`, {
        head: 'on: push\npermissions: {id-token: write}\n',
        fixed: `  deploy:\n    permissions: {id-token: write}\n    steps:\n${aws.replace(/[«»]/g, '')}`,
      }),
      workflow(
        '  a:\n    permissions: write-none\n    steps: [{uses: azure/login@v2, with: {«client-id»: a}}]\n',
      ),
    ],
    good: [
      workflow(`  a:\n    permissions: {id-token: write}\n    steps:\n${plain}`),
      workflow(`  a:\n    steps:\n${plain}`, { head: 'on: push\npermissions: {id-token: write}\n' }),
      workflow(`  a:\n    permissions: write-all\n    steps:\n${plain}`),
      workflow(`  a:\n    steps:\n${plain}`, { head: 'on: workflow_call\n' }),
      workflow(`  a:\n    runs-on: [self-hosted, gpu]\n    steps:\n${plain}`),
      workflow('  a:\n    steps: [{uses: azure/login@v2, with: {creds: a, client-id: b}}]\n'),
      workflow('  a:\n    steps: [{uses: acme/login@v2, with: {client-id: b}}]\n'),
      workflow('  a:\n    steps: [{uses: google-github-actions/auth@v3, with: {credentials_json: b}}]\n'),
    ],
  },
});

function loginOf(step: NodeView): readonly NodeView[] {
  const login = logins[actionOf(step)];
  const input = login && step.at('with', login.by);
  if (!login || !input || login.unless.some((key) => step.has('with', key))) return [];
  return [input];
}

function grants(permissions: NodeView): boolean {
  if (permissions.node?.type === 'scalar') return rawText(permissions) === 'write-all';
  return rawText(permissions.at('id-token')) === 'write';
}
