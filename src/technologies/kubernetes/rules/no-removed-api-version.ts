import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-removed-api-version',
  catalogue: ['deprecated-api-version'],
  equivalents: [
    'kube-linter:no-extensions-v1beta',
    'kube-score:stable-version',
    'trivy:KSV-0107',
    'kics:object_is_using_a_deprecated_api_version',
    'kyverno:check-deprecated-apis',
    'gatekeeper:verifydeprecatedapi',
  ],
  severity: 'error',
  certainty: 'certain',
  summary: 'A resource names a version of the API that is gone.',
  why: 'The API server refuses it: no matches for this kind in this version.',
  remedy: 'Use the version that replaced it; see the migration guide for fields that moved.',
  references: [
    {
      title: 'Kubernetes: deprecated API migration guide',
      url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    },
  ],
  messages: {
    removed: '{kind} of {version} was removed in Kubernetes {since}; use {now}.',
    never: 'There is no {kind} in v1; use {now}.',
  },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'kubernetes/resource', path: [] }],
  *check(at): Iterable<Report> {
    const version = at.text('apiVersion');
    const kind = at.text('kind');
    if (version.is !== 'known' || kind.is !== 'known') return;
    const found = removed.find(
      ([old, kinds]) => old === version.value && kinds.split(' ').includes(kind.value),
    );
    if (!found) return;
    const [, , since, now, sameShape] = found;
    const data = { kind: kind.value, version: version.value, since, now };
    const fix = sameShape ? at.fix('review', `Use ${now}`, at.set(['apiVersion'], now)) : undefined;
    yield { message: since === '' ? 'never' : 'removed', data, span: version.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('«batch/v1beta1»', 'CronJob', 'spec: { schedule: "0 3 * * *" }\n'),
        message: 'removed',
        fixed: resource('batch/v1', 'CronJob', 'spec: { schedule: "0 3 * * *" }\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('«extensions/v1beta1»', 'Ingress', 'spec: {}\n'),
        message: 'removed',
      },
      {
        path: 'manifest.yaml',
        text: resource('«v1» # core', 'StatefulSet', 'spec: {}\n'),
        message: 'never',
        fixed: resource('apps/v1 # core', 'StatefulSet', 'spec: {}\n'),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: resource('batch/v1', 'CronJob', 'spec: {}\n') },
      { path: 'manifest.yaml', text: resource('batch/v1beta1', 'Job', 'spec: {}\n') },
      { path: 'manifest.yaml', text: resource('networking.k8s.io/v1', 'Ingress', 'spec: {}\n') },
    ],
  },
});

type Removal = readonly [old: string, kinds: string, since: string, now: string, sameShape: boolean];

// Kubernetes: deprecated API migration guide.
const removed: readonly Removal[] = [
  ['v1', 'Deployment StatefulSet DaemonSet ReplicaSet', '', 'apps/v1', true],
  ['v1', 'Job CronJob', '', 'batch/v1', true],
  ['v1', 'Ingress NetworkPolicy', '', 'networking.k8s.io/v1', false],
  ['extensions/v1beta1', 'Deployment DaemonSet ReplicaSet', '1.16', 'apps/v1', false],
  ['extensions/v1beta1', 'NetworkPolicy', '1.16', 'networking.k8s.io/v1', true],
  ['extensions/v1beta1', 'PodSecurityPolicy', '1.16', 'Pod Security Admission', false],
  ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1', false],
  ['apps/v1beta1', 'Deployment StatefulSet', '1.16', 'apps/v1', false],
  ['apps/v1beta2', 'Deployment StatefulSet DaemonSet ReplicaSet', '1.16', 'apps/v1', false],
  ['networking.k8s.io/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1', false],
  ['networking.k8s.io/v1beta1', 'IngressClass', '1.22', 'networking.k8s.io/v1', true],
  [
    'rbac.authorization.k8s.io/v1alpha1',
    'Role ClusterRole RoleBinding ClusterRoleBinding',
    '1.22',
    'rbac.authorization.k8s.io/v1',
    true,
  ],
  [
    'rbac.authorization.k8s.io/v1beta1',
    'Role ClusterRole RoleBinding ClusterRoleBinding',
    '1.22',
    'rbac.authorization.k8s.io/v1',
    true,
  ],
  ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', '1.22', 'apiextensions.k8s.io/v1', false],
  [
    'admissionregistration.k8s.io/v1beta1',
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    '1.22',
    'admissionregistration.k8s.io/v1',
    false,
  ],
  ['apiregistration.k8s.io/v1beta1', 'APIService', '1.22', 'apiregistration.k8s.io/v1', true],
  ['authentication.k8s.io/v1beta1', 'TokenReview', '1.22', 'authentication.k8s.io/v1', true],
  [
    'authorization.k8s.io/v1beta1',
    'SubjectAccessReview LocalSubjectAccessReview SelfSubjectAccessReview',
    '1.22',
    'authorization.k8s.io/v1',
    false,
  ],
  ['certificates.k8s.io/v1beta1', 'CertificateSigningRequest', '1.22', 'certificates.k8s.io/v1', false],
  ['coordination.k8s.io/v1beta1', 'Lease', '1.22', 'coordination.k8s.io/v1', true],
  ['scheduling.k8s.io/v1beta1', 'PriorityClass', '1.22', 'scheduling.k8s.io/v1', true],
  [
    'storage.k8s.io/v1beta1',
    'CSIDriver CSINode StorageClass VolumeAttachment',
    '1.22',
    'storage.k8s.io/v1',
    true,
  ],
  ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', '1.27', 'storage.k8s.io/v1', true],
  ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1', true],
  ['batch/v2alpha1', 'CronJob', '1.21', 'batch/v1', true],
  ['discovery.k8s.io/v1beta1', 'EndpointSlice', '1.25', 'discovery.k8s.io/v1', false],
  ['events.k8s.io/v1beta1', 'Event', '1.25', 'events.k8s.io/v1', false],
  ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', '1.25', 'autoscaling/v2', false],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2', true],
  ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1', true],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.25', 'Pod Security Admission', false],
  ['node.k8s.io/v1beta1', 'RuntimeClass', '1.25', 'node.k8s.io/v1', true],
  [
    'flowcontrol.apiserver.k8s.io/v1beta1',
    'FlowSchema PriorityLevelConfiguration',
    '1.26',
    'flowcontrol.apiserver.k8s.io/v1',
    false,
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1beta2',
    'FlowSchema PriorityLevelConfiguration',
    '1.29',
    'flowcontrol.apiserver.k8s.io/v1',
    false,
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1beta3',
    'FlowSchema PriorityLevelConfiguration',
    '1.32',
    'flowcontrol.apiserver.k8s.io/v1',
    false,
  ],
];
