import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, predictor, resource } from '../example-manifests';
import { serviceAccounts } from '../sources';

export default defineRule({
  id: 'kubernetes/no-mounted-service-account-token',
  catalogue: ['automount-sa-token'],
  equivalents: [
    'polaris:automountServiceAccountToken',
    'checkov:CKV_K8S_38',
    'trivy:KSV-0036',
    'kubescape:automount-service-account',
    'kics:service_account_token_automount_not_disabled',
    'sonar:AutomountServiceAccountTokenCheck',
    'kyverno:restrict-automount-sa-token',
    'gatekeeper:automount-serviceaccount-token',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: "A pod carries a token for the cluster's API.",
  why: 'Who gets into a model server finds a token that may do whatever its service account may; most servers never talk to the API.',
  remedy: 'Set `automountServiceAccountToken: false` unless the program talks to the API.',
  references: [serviceAccounts],
  messages: { mounted: "The pod is given a token for the cluster's API." },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/pod-spec', path: [] }],
  *check(at): Iterable<Report> {
    const mount = at.boolean('automountServiceAccountToken');
    if (mount.is === 'unknown' || mount.is === 'invalid' || (mount.is === 'known' && !mount.value)) return;
    const span = mount.is === 'known' ? mount.span : mount.anchor;
    const fix = at.fix('review', 'Mount no token', at.set(['automountServiceAccountToken'], false));
    yield { message: 'mounted', span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'automountServiceAccountToken: «true» # default\n'),
        fixed: pod('- name: scorer\n', 'automountServiceAccountToken: false # default\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Pod', '«spec»:\n  containers: [{ name: scorer }]\n'),
        fixed: resource(
          'v1',
          'Pod',
          'spec:\n  containers: [{ name: scorer }]\n  automountServiceAccountToken: false\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'automountServiceAccountToken: false\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'automountServiceAccountToken: ${MOUNT}\n') },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
