import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { rbac } from '../sources';

export default defineRule({
  id: 'kubernetes/no-cluster-admin-binding',
  catalogue: ['rbac-cluster-admin'],
  equivalents: [
    'kube-linter:cluster-admin-role-binding',
    'polaris:clusterrolebindingClusterAdmin',
    'polaris:rolebindingClusterAdminClusterRole',
    'polaris:rolebindingClusterAdminRole',
    'trivy:KSV-0111',
    'kubescape:cluster-admin-role',
    'kubescape:rule-list-all-cluster-admins-v1',
    'kics:cluster_admin_role_binding_with_super_user_permissions',
    'kyverno:restrict-binding-clusteradmin',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Someone is made administrator of the cluster.',
  why: '`cluster-admin` may do everything, in every namespace: a pod with it that is broken into is the cluster.',
  remedy: 'Bind a role with what is needed.',
  references: [rbac],
  messages: { admin: 'cluster-admin may do everything.' },
  fix: { none: 'What the subject needs is known only to the team.' },
  looksAt: [{ view: 'kubernetes/role-binding', path: ['roleRef', 'name'] }],
  *check(at): Iterable<Report> {
    const name = at.text();
    if (name.is === 'known' && name.value === 'cluster-admin') yield { message: 'admin', span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'ClusterRoleBinding',
          'roleRef: { kind: ClusterRole, name: «cluster-admin», apiGroup: rbac.authorization.k8s.io }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'ClusterRoleBinding',
          'roleRef: { kind: ClusterRole, name: my-cluster-admin }\n',
        ),
      },
    ],
  },
});
