import { forbiddenValue } from '../../../shapes/forbidden-value';

export default forbiddenValue({
  id: 'kubernetes/no-privileged-container',
  catalogue: ['privileged-container'],
  equivalents: [
    'kube-linter:privileged-container',
    'kube-score:container-security-context-privileged',
    'polaris:runAsPrivileged',
    'checkov:CKV_K8S_16',
    'trivy:KSV-0017',
    'kubescape:rule-privileged-container',
    'kics:container_is_privileged',
    'kyverno:disallow-privileged-containers',
    'gatekeeper:privileged-containers',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A privileged container can do on its node whatever root can.',
  why: 'All isolation of the container is off: who breaks into the model server owns the node, its other pods and their secrets.',
  remedy:
    'Remove `privileged`. GPUs need a device plugin, not privilege; for one missing right add that capability alone.',
  references: [
    {
      title: 'Kubernetes Pod Security Standards: privileged containers',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
  ],
  views: ['kubernetes/any-container'],
  key: ['securityContext', 'privileged'],
  forbidden: ['true'],
  message: 'The container runs privileged, with all rights of root on its node.',
  mend: { set: false, title: 'Set privileged to false', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'pod.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: server\n      securityContext: { privileged: «true», runAsNonRoot: true }\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: server\n      securityContext: { privileged: false, runAsNonRoot: true }\n',
      },
      {
        path: 'isvc.yaml',
        text: 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  predictor:\n    initContainers:\n      - name: warm\n        securityContext:\n          privileged: «true» # for the cache\n',
        fixed:
          'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  predictor:\n    initContainers:\n      - name: warm\n        securityContext:\n          privileged: false # for the cache\n',
      },
    ],
    good: [
      {
        path: 'pod.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: server\n      securityContext:\n        privileged: false\n',
      },
      {
        path: 'pod.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: server\n      securityContext:\n        privileged: {{ .Values.privileged }}\n',
      },
    ],
  },
});
