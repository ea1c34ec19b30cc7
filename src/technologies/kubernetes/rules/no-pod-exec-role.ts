import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { allowedVerb, coversCore, grantOf, itemWith } from '../roles';
import { rbac } from '../sources';

export default defineRule({
  id: 'kubernetes/no-pod-exec-role',
  catalogue: ['rbac-pod-exec'],
  equivalents: [
    'polaris:clusterrolePodExecAttach',
    'polaris:rolePodExecAttach',
    'polaris:clusterrolebindingPodExecAttach',
    'polaris:rolebindingClusterRolePodExecAttach',
    'polaris:rolebindingRolePodExecAttach',
    'checkov:CKV2_K8S_2',
    'trivy:KSV-0053',
    'trivy:KSV-0054',
    'kubescape:exec-into-container-v1',
    'kics:rbac_roles_with_exec_permission',
    'kics:rbac_roles_with_attach_permission',
    'sonar:CommandExecutionCheck',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A role may run commands in pods.',
  why: 'Who may exec into a pod has its Secrets, its token and its network.',
  remedy: 'Leave it to people who debug, for as long as they do.',
  references: [rbac],
  messages: { exec: 'The role may run commands in any pod it reaches.' },
  fix: { none: 'Who has to debug is known only to the team.' },
  looksAt: [{ view: 'kubernetes/role', path: ['rules', '*'] }],
  *check(at): Iterable<Report> {
    const grant = grantOf(at);
    if (!grant || allowedVerb(grant, 'create', 'get') === undefined) return;
    if (!coversCore(grant, 'pods/exec', 'pods/attach', 'pods/*')) return;
    const item = itemWith(grant.resourceList, (text) =>
      ['*', 'pods/exec', 'pods/attach', 'pods/*'].includes(text),
    );
    if (item) yield { message: 'exec', span: item.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods, «pods/exec»], verbs: [create] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: [«pods/attach», pods], verbs: ["*"] }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods/log, pods], verbs: [create] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods/exec], verbs: [delete] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [apps], resources: [pods/exec], verbs: [create] }]\n',
        ),
      },
    ],
  },
});
