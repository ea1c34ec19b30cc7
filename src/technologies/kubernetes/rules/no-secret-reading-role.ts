import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { allowedVerb, coversCore, grantOf, itemWith } from '../roles';
import { rbac } from '../sources';

export default defineRule({
  id: 'kubernetes/no-secret-reading-role',
  catalogue: ['rbac-secrets-read'],
  equivalents: [
    'kube-linter:access-to-secrets',
    'checkov:CKV2_K8S_5',
    'trivy:KSV-0041',
    'trivy:KSV-0113',
    'kubescape:rule-can-list-get-secrets-v1',
    'kics:rbac_roles_with_read_secrets_permissions',
    'kyverno:restrict-secret-role-verbs',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A role may read Secrets.',
  why: 'Tokens of other service accounts are Secrets too: who may list them may become anyone.',
  remedy: 'Name the Secrets with `resourceNames`, or mount them instead.',
  references: [rbac],
  messages: { read: 'The role may {verb} Secrets.' },
  fix: { none: 'Which Secrets the program needs is known only to its author.' },
  looksAt: [{ view: 'kubernetes/role', path: ['rules', '*'] }],
  *check(at): Iterable<Report> {
    const grant = grantOf(at);
    const verb =
      grant &&
      allowedVerb(
        grant,
        'get',
        'list',
        'watch',
        'create',
        'update',
        'patch',
        'delete',
        'deletecollection',
        'impersonate',
      );
    if (!grant || verb === undefined || !coversCore(grant, 'secrets') || at.has('resourceNames')) return;
    const item = itemWith(grant.resourceList, (text) => text === 'secrets' || text === '*');
    if (item)
      yield { message: 'read', data: { verb: verb === '*' ? 'do everything with' : verb }, span: item.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods, «secrets», services], verbs: [list] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: [«"*"»], verbs: ["*"] }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [secrets], resourceNames: [a], verbs: [get] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [secrets], verbs: [bind] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [apps], resources: [secrets], verbs: [get] }]\n',
        ),
      },
    ],
  },
});
