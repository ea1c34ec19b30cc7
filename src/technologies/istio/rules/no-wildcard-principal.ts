import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { security } from '../example-text';

const policy = (source: string, action = ''): string =>
  security('AuthorizationPolicy', `${action}rules:\n  - from:\n      - source: ${source}\n`);

export default defineRule({
  id: 'istio/no-wildcard-principal',
  catalogue: ['istio-authz-principal-star'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A policy names everybody as the caller.',
  why: '`"*"` is any workload of the mesh, of every namespace and team: the policy reads as a restriction and restricts nobody who has a certificate.',
  remedy: 'Name the service accounts: `cluster.local/ns/<namespace>/sa/<account>`.',
  references: [
    {
      title: 'Istio: AuthorizationPolicy, Source',
      url: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source',
    },
  ],
  messages: {
    account: 'Istio refuses the star in serviceAccounts.',
    workload: 'The star in {key} is every workload of the mesh.',
    token: 'The star in requestPrincipals is every valid token, whoever it was given to.',
  },
  fix: { none: 'Who may call is known to the author.' },
  looksAt: [{ view: 'istio/authorization-policy', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const action = at.text('action');
    if (action.is !== 'absent' && !(action.is === 'known' && action.value === 'ALLOW')) return;
    for (const rule of at.at('rules')?.items() ?? []) {
      for (const from of rule.at('from')?.items() ?? []) yield* starsOf(from);
    }
  },
  examples: {
    bad: [
      {
        path: 'policy.yaml',
        text: policy('{ serviceAccounts: [«"*"»] }'),
        message: 'account',
        severity: 'error',
      },
      { path: 'policy.yaml', text: policy('{ principals: [«"*"»] } # for now'), message: 'workload' },
      {
        path: 'policy.yaml',
        text: policy("{ namespaces: ['fraud', «'*'»] }", 'action: ALLOW\n'),
        message: 'workload',
      },
      {
        path: 'policy.yaml',
        text: policy('{ requestPrincipals: [«"*"»] }'),
        message: 'token',
        severity: 'info',
      },
    ],
    good: [
      { path: 'policy.yaml', text: policy('{ principals: [cluster.local/ns/fraud/sa/processor] }') },
      { path: 'policy.yaml', text: policy('{ principals: ["cluster.local/ns/fraud/*"] }') },
      { path: 'policy.yaml', text: policy('{ notRequestPrincipals: ["*"] }', 'action: DENY\n') },
      { path: 'policy.yaml', text: policy('{ principals: ["*"] }', 'action: DENY\n') },
      { path: 'policy.yaml', text: policy('{ principals: ["*"] }', 'action: "${ACTION}"\n') },
    ],
  },
});

function* starsOf(from: NodeView): Iterable<Report> {
  for (const key of ['principals', 'namespaces', 'serviceAccounts', 'requestPrincipals']) {
    for (const item of from.at('source', key)?.items() ?? []) {
      const name = item.text();
      if (name.is !== 'known' || name.value !== '*') continue;
      if (key === 'serviceAccounts') yield { message: 'account', span: name.span, severity: 'error' };
      else if (key === 'requestPrincipals') yield { message: 'token', span: name.span, severity: 'info' };
      else yield { message: 'workload', data: { key }, span: name.span };
    }
  }
}
