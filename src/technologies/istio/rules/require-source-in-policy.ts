import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { security } from '../example-text';

const policy = (spec: string): string => security('AuthorizationPolicy', spec);
const post = 'to: [{ operation: { methods: [POST] } }]';
const open = /^\/?(?:health|ready|live|ping|metrics|stats|v2\/health|version)/;

export default defineRule({
  id: 'istio/require-source-in-policy',
  catalogue: ['istio-authz-empty-from'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'A policy allows operations to every caller.',
  why: 'A rule with `to` alone asks what is called, not by whom: each pod that reaches the model may ask it, probe it, and run up its bill.',
  remedy:
    'Name the callers in `from.source.principals` or `namespaces`, or demand a token with `requestPrincipals`.',
  references: [
    {
      title: 'Istio: AuthorizationPolicy',
      url: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/',
    },
  ],
  messages: { anyone: 'This rule allows its operations to everyone: it names no caller.' },
  fix: { none: 'Who may call is known to the author.' },
  looksAt: [{ view: 'istio/authorization-policy', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const action = at.text('action');
    if (action.is !== 'absent' && !(action.is === 'known' && action.value === 'ALLOW')) return;
    if (isGateway(at)) return;
    for (const rule of at.at('rules')?.items() ?? []) {
      const operations = rule.at('to');
      if (!operations || rule.get('from').is !== 'absent' || rule.get('when').is !== 'absent') continue;
      if (operations.items().some(isOpenToAll)) continue;
      yield { message: 'anyone', span: operations.anchor };
    }
  },
  examples: {
    bad: [
      { path: 'policy.yaml', text: policy('rules: [{ «to»: [{ operation: { paths: [/v2/models] } }] }]\n') },
      {
        path: 'policy.yaml',
        text: policy('rules:\n  - «to»: # infer\n      - operation: { methods: [POST] }\n'),
      },
      {
        path: 'policy.yaml',
        text: policy(
          `action: ALLOW\nselector: { matchLabels: { app: scorer } }\nrules: [{ ${post.replace('to', '«to»')} }]\n`,
        ),
      },
    ],
    good: [
      {
        path: 'policy.yaml',
        text: policy(
          `targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge }]\nrules: [{ ${post} }]\n`,
        ),
      },
      {
        path: 'policy.yaml',
        text: policy(
          `targetRef: { group: gateway.networking.k8s.io, kind: Gateway, name: edge }\nrules: [{ ${post} }]\n`,
        ),
      },
      { path: 'policy.yaml', text: policy('rules: [{ to: [{ operation: { paths: ["${HEALTH}"] } }] }]\n') },
      {
        path: 'policy.yaml',
        text: policy(`rules: [{ from: [{ source: { namespaces: [fraud] } }], ${post} }]\n`),
      },
      {
        path: 'policy.yaml',
        text: policy(`rules: [{ when: [{ key: source.ip, values: [10.0.0.0/8] }], ${post} }]\n`),
      },
      { path: 'policy.yaml', text: policy(`action: DENY\nrules: [{ ${post} }]\n`) },
      {
        path: 'policy.yaml',
        text: policy('rules: [{ to: [{ operation: { paths: [/metrics, /healthz] } }] }]\n'),
      },
      {
        path: 'policy.yaml',
        text: policy(`selector: { matchLabels: { istio: ingressgateway } }\nrules: [{ ${post} }]\n`),
      },
      { path: 'policy.yaml', text: policy('rules: [{}]\n') },
    ],
  },
});

/** A gateway faces callers that have no identity in the mesh. */
function isGateway(spec: NodeView): boolean {
  const labels = spec.at('selector', 'matchLabels')?.entries() ?? [];
  return (
    spec.has('targetRefs') ||
    spec.has('targetRef') ||
    labels.some((label) => {
      const value = label.text();
      return value.is === 'known' && value.value.includes('gateway');
    })
  );
}

/** Probes and metrics are asked by machines of the platform. */
function isOpenToAll(to: NodeView): boolean {
  const paths = to.at('operation', 'paths')?.items() ?? [];
  return (
    paths.length > 0 &&
    paths.every((path) => {
      const text = path.text();
      return text.is !== 'known' || open.test(text.value);
    })
  );
}
