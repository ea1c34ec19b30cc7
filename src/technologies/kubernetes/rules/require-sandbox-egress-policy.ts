import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-sandbox-egress-policy',
  catalogue: ['agent-sandbox-hardening'],
  equivalents: ['kubescape:agent-sandbox-egress-policy'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sandbox for agents may talk to anything.',
  why: "Code that a model wrote runs there; with the network open it can send away what it finds, or reach the cluster's own services.",
  remedy: "Let the sandbox's network policy name the pods and addresses that it may reach.",
  references: [
    { title: 'Kubernetes SIG Apps: agent sandbox', url: 'https://github.com/kubernetes-sigs/agent-sandbox' },
  ],
  messages: {
    unmanaged: 'The sandbox has no network policy.',
    open: 'This rule lets the sandbox reach everything.',
  },
  fix: { none: 'What the agents have to reach is known only to the team.' },
  looksAt: [{ view: 'kubernetes/sandbox-template', path: [] }],
  *check(at): Iterable<Report> {
    const management = at.text('spec', 'networkPolicyManagement');
    const egress = at.at('spec', 'networkPolicy', 'egress');
    const policy = at.at('spec', 'networkPolicy');
    if (management.is === 'known' && management.value === 'Unmanaged') {
      yield { message: 'unmanaged', span: management.span };
      return;
    }
    if (
      policy &&
      !policy.isUnknown() &&
      (policy.node?.type !== 'map' || (egress && egress.node?.type !== 'list' && !egress.isUnknown()))
    ) {
      yield { message: 'unmanaged', span: (egress ?? policy).anchor };
    }
    for (const rule of egress?.items() ?? [])
      if (reachesAll(rule)) yield { message: 'open', span: rule.anchor };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicy:\n    egress:\n      - «to»:\n          - namespaceSelector: {}\n',
        ),
        message: 'open',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicy:\n    egress:\n      - «{}» # all\n',
        ),
        message: 'open',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicy:\n    egress:\n      - «to»: [{ ipBlock: { cidr: 0.0.0.0/0 } }]\n',
        ),
        message: 'open',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicyManagement: «Unmanaged» # ours\n',
        ),
        message: 'unmanaged',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicy:\n    «egress»: {} # none\n',
        ),
        message: 'unmanaged',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  «networkPolicy»: [] # none\n',
        ),
        message: 'unmanaged',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicyManagement: Managed\n  networkPolicy:\n    egress: [{ to: [{ podSelector: { matchLabels: { app: proxy } } }] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicy:\n    egress: []\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  networkPolicy:\n    egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] }]\n',
        ),
      },
    ],
  },
});

/** No `to` at all, or one that selects everything. */
function reachesAll(rule: NodeView): boolean {
  const to = rule.list('to');
  if (!rule.has('to')) return rule.node?.type === 'map' && !rule.isUnknown();
  if (to.is !== 'known') return false;
  return to.value.length === 0 || to.value.some(selectsAll);
}

function selectsAll(peer: NodeView): boolean {
  const block = peer.text('ipBlock', 'cidr');
  if (block.is === 'known') return /\/0$/.test(block.value) && !peer.has('ipBlock', 'except');
  const selectors = peer.entries();
  return (
    selectors.length > 0 && selectors.every(({ node }) => node?.type === 'map' && node.entries.length === 0)
  );
}
