import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { serviceAccounts } from '../sources';

export default defineRule({
  id: 'kubernetes/no-binding-of-default-service-account',
  catalogue: ['default-service-account'],
  equivalents: ['checkov:CKV_K8S_42'],
  severity: 'warning',
  certainty: 'opinion',
  summary: "Rights are given to a namespace's default service account.",
  why: 'Every pod of the namespace that names no account gets these rights, now and later.',
  remedy: 'Make a service account for the workload and bind that.',
  references: [serviceAccounts],
  messages: {
    bound: 'The default service account, and so every pod of its namespace, is given these rights.',
  },
  fix: { none: 'The service account has to be made first.' },
  looksAt: [{ view: 'kubernetes/role-binding', path: ['subjects', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    if (name.is !== 'known' || name.value !== 'default' || known(at.text('kind')) !== 'ServiceAccount')
      return;
    yield { message: 'bound', span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'RoleBinding',
          'subjects: [{ kind: ServiceAccount, name: «default», namespace: ml }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'RoleBinding',
          'subjects: [{ kind: ServiceAccount, name: scorer, namespace: ml }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'RoleBinding',
          'subjects: [{ kind: User, name: default }]\n',
        ),
      },
    ],
  },
});
