import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-sandbox-runtime-class',
  catalogue: ['agent-sandbox-hardening'],
  equivalents: ['kubescape:agent-sandbox-hardened-runtime-class'],
  severity: 'warning',
  certainty: 'likely',
  summary: "A sandbox for agents runs on the node's own kernel.",
  why: 'Code that a model wrote needs one hole in the kernel to leave its container; gVisor and Kata put a kernel of their own in between.',
  remedy: 'Set `runtimeClassName` to gvisor, kata, or what the cluster calls them.',
  references: [
    {
      title: 'Kubernetes: runtime classes',
      url: 'https://kubernetes.io/docs/concepts/containers/runtime-class/',
    },
  ],
  messages: {
    missing: 'The sandbox has no runtime class of its own.',
    weak: 'Runtime class "{name}" does not isolate the kernel.',
  },
  fix: { none: 'What the cluster calls its hardened runtime is known only to the team.' },
  looksAt: [{ view: 'kubernetes/sandbox-template', path: ['spec', 'podTemplate', 'spec'] }],
  *check(at): Iterable<Report> {
    const name = at.text('runtimeClassName');
    if (name.is === 'absent') yield { message: 'missing', span: name.anchor };
    if (name.is !== 'known' || !/^(?:runc|default|crun|nvidia)?$/.test(name.value)) return;
    yield { message: 'weak', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  podTemplate:\n    «spec»:\n      containers: [{ name: agent }]\n',
        ),
        message: 'missing',
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  podTemplate:\n    spec: { runtimeClassName: «runc», containers: [{ name: agent }] }\n',
        ),
        message: 'weak',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  podTemplate:\n    spec: { runtimeClassName: gvisor, containers: [{ name: agent }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions.agents.x-k8s.io/v1beta1',
          'SandboxTemplate',
          'spec:\n  podTemplate:\n    spec: { runtimeClassName: "${CLASS}", containers: [{ name: agent }] }\n',
        ),
      },
    ],
  },
});
