import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { grantOf } from '../roles';
import { rbac } from '../sources';

export default defineRule({
  id: 'kubernetes/no-all-powerful-role',
  catalogue: ['rbac-wildcard', 'rbac-cluster-admin'],
  equivalents: [
    'trivy:KSV-0044',
    'polaris:clusterrolebindingClusterAdmin',
    'polaris:rolebindingClusterAdminClusterRole',
    'polaris:rolebindingClusterAdminRole',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A role grants everything on everything.',
  why: 'Whoever gets into a pod with that role owns the cluster, or at least its namespace.',
  remedy: 'List the groups, resources and verbs that are needed.',
  references: [rbac],
  messages: { all: 'The role grants every verb on every resource.' },
  fix: { none: 'What the program needs is known only to its author.' },
  looksAt: [{ view: 'kubernetes/role', path: ['rules', '*'] }],
  *check(at): Iterable<Report> {
    const grant = grantOf(at);
    const all = grant && (grant.verbs.includes('*') || everyVerb.every((verb) => grant.verbs.includes(verb)));
    if (!all || !grant.groups.includes('*') || !grant.resources.includes('*')) return;
    yield { message: 'all', span: grant.verbList.anchor };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: ["*"], «verbs»: ["*"] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: ["*"], «verbs»: [get, list, watch, create, update, patch, delete] }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: ["*"], verbs: ["*"] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: [pods], verbs: ["*"] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: ["*"], verbs: [get] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ nonResourceURLs: ["*"], verbs: ["*"] }]\n',
        ),
      },
    ],
  },
});

const everyVerb = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
