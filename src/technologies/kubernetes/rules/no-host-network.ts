import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, predictor } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-host-network',
  catalogue: ['host-network'],
  equivalents: [
    'kube-linter:host-network',
    'polaris:hostNetworkSet',
    'checkov:CKV_K8S_19',
    'trivy:KSV-0009',
    'kubescape:host-network-access',
    'kics:shared_host_network_namespace',
    'semgrep:hostnetwork-pod',
    'sonar:HostNamespacesCheck',
    'kyverno:disallow-host-namespaces',
    'gatekeeper:host-network-ports',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A pod uses the network of its node.',
  why: "The pod reaches what only the node should: the kubelet, the cloud's metadata with its credentials, services bound to localhost; and no network policy holds for it.",
  remedy: 'Remove `hostNetwork`. Distributed training over RDMA may need it: then say so in a suppression.',
  references: [baseline],
  messages: { host: 'The pod shares the network of its node.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['hostNetwork'] }],
  *check(at): Iterable<Report> {
    const host = at.boolean();
    if (host.is !== 'known' || !host.value) return;
    yield { message: 'host', span: host.span, fix: at.fix('review', 'Remove hostNetwork', at.remove()) };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'hostNetwork: «true» # faster\n'),
        fixed: pod('- name: scorer\n', ''),
      },
      {
        path: 'manifest.yaml',
        text: predictor('hostNetwork: «true»\nmodel: {}\n'),
        fixed: predictor('model: {}\n'),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'hostNetwork: false\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'hostNetwork: ${HOST_NETWORK}\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  hostNetwork: true\n') },
    ],
  },
});
