import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { itemWith } from '../roles';
import { rbac } from '../sources';

export default defineRule({
  id: 'kubernetes/no-wildcard-in-role',
  catalogue: ['rbac-wildcard'],
  equivalents: [
    'kube-linter:wildcard-in-rules',
    'checkov:CKV_K8S_49',
    'trivy:KSV-0045',
    'trivy:KSV-0046',
    'kics:rbac_wildcard_in_rule',
    'sonar:RBACWildcardCheck',
    'kyverno:restrict-wildcard-resources',
    'kyverno:restrict-wildcard-verbs',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A role grants everything of some sort.',
  why: 'A star covers what is there today and whatever is installed tomorrow, Secrets and `escalate` among it.',
  remedy: 'List the resources and verbs that are needed.',
  references: [rbac],
  messages: { wildcard: '"*" in {list} grants what nobody has thought of yet.' },
  fix: { none: 'What the program needs is known only to its author.' },
  looksAt: [{ view: 'kubernetes/role', path: ['rules', '*'] }],
  *check(at): Iterable<Report> {
    for (const list of ['apiGroups', 'resources', 'verbs']) {
      const items = at.at(list);
      const star = items && itemWith(items, (text) => text === '*');
      if (star && (list !== 'apiGroups' || known(at.text('resources', '0')) === '*'))
        yield { message: 'wildcard', data: { list }, span: star.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules:\n  - apiGroups: [apps]\n    resources: [«"*"», pods/log]\n    verbs: [get]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'ClusterRole',
          'rules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: [«"*"»] # all\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: [pods], verbs: [get] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: ["pods/*"], verbs: [get] }]\n',
        ),
      },
    ],
  },
});
