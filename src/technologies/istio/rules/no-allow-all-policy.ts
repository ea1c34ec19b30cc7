import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { security } from '../example-text';

const policy = (spec: string): string => security('AuthorizationPolicy', spec);
const conditions = ['from', 'to', 'when'];

export default defineRule({
  id: 'istio/no-allow-all-policy',
  catalogue: ['istio-authz-allow-all'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A rule without conditions allows every request.',
  why: 'An empty rule matches all requests. In an ALLOW policy it opens the workload to everyone and makes all other ALLOW policies for it meaningless.',
  remedy: 'Name the callers in `from`, or remove the rule. `spec: {}` without rules denies everything.',
  references: [
    {
      title: 'Istio: AuthorizationPolicy, allow-all',
      url: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/',
    },
  ],
  messages: { all: 'This rule has no condition: it allows every request.' },
  fix: { none: 'Who may call is known to the author.' },
  looksAt: [{ view: 'istio/authorization-policy', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const action = at.text('action');
    if (action.is !== 'absent' && !(action.is === 'known' && action.value === 'ALLOW')) return;
    for (const rule of at.at('rules')?.items() ?? []) {
      if (rule.node?.type !== 'map' || conditions.some((key) => rule.get(key).is !== 'absent')) continue;
      yield { message: 'all', span: rule.anchor };
    }
  },
  examples: {
    bad: [
      { path: 'policy.yaml', text: policy('action: ALLOW\nrules:\n  - «{}» # for the demo\n') },
      { path: 'policy.yaml', text: policy('rules: [«{}»]\n') },
    ],
    good: [
      { path: 'policy.yaml', text: policy('action: DENY\nrules: [{}]\n') },
      { path: 'policy.yaml', text: policy('action: "${ACTION}"\nrules: [{}]\n') },
      { path: 'policy.yaml', text: policy('rules: [{ from: [{ source: { namespaces: [fraud] } }] }]\n') },
      { path: 'policy.yaml', text: policy('rules: [{ to: [{ operation: { methods: [GET] } }] }]\n') },
      {
        path: 'policy.yaml',
        text: policy('rules: [{ when: [{ key: "request.auth.claims[iss]", values: [us] }] }]\n'),
      },
      { path: 'policy.yaml', text: policy('rules: []\n') },
    ],
  },
});
