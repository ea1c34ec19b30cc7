import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { allowedVerb, coversCore, grantOf, itemWith } from '../roles';
import { rbac } from '../sources';

export default defineRule({
  id: 'kubernetes/no-pod-creating-role',
  catalogue: ['rbac-create-pods'],
  equivalents: [
    'kube-linter:access-to-create-pods',
    'trivy:KSV-0048',
    'kubescape:rule-can-create-pod',
    'kics:permissive_access_to_create_pods',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A role may start pods.',
  why: 'Who may start a pod may run it as any service account of the namespace, with any of its Secrets mounted.',
  remedy: 'Give it to controllers only, each in a namespace of its own.',
  references: [rbac],
  messages: { create: 'The role may start pods through {resource}.' },
  fix: { none: 'What the program has to start is known only to its author.' },
  looksAt: [{ view: 'kubernetes/role', path: ['rules', '*'] }],
  *check(at): Iterable<Report> {
    const grant = grantOf(at);
    const verb = grant && allowedVerb(grant, 'create', 'update', 'patch');
    if (!grant || verb === undefined) return;
    const item = itemWith(grant.resourceList, (text) => startsPods.has(text));
    if (
      !item ||
      (!coversCore(grant, 'pods', 'replicationcontrollers') &&
        !grant.groups.some((group) => ['apps', 'batch', '*'].includes(group)))
    )
      return;
    const list = itemWith(grant.verbList, (text) => text === verb);
    yield { message: 'create', data: { resource: known(item.text()) ?? '' }, span: list?.span ?? item.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods], verbs: [get, «create», delete] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [batch], resources: [jobs], verbs: [«"*"»] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: ["*"], resources: ["*"], verbs: [«"*"»] }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [pods], verbs: [get, delete] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [""], resources: [configmaps], verbs: [create] }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'rbac.authorization.k8s.io/v1',
          'Role',
          'rules: [{ apiGroups: [example.com], resources: [pods], verbs: [create] }]\n',
        ),
      },
    ],
  },
});

const startsPods = new Set([
  '*',
  'pods',
  'deployments',
  'daemonsets',
  'statefulsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
  'cronjobs',
]);
