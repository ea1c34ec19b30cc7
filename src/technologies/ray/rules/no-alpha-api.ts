import { forbiddenValue } from '../../../shapes/forbidden-value';
import { head, pod, rayCluster } from '../examples';

export default forbiddenValue({
  id: 'ray/no-alpha-api',
  catalogue: ['ray-api-v1alpha1'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The resource uses the deprecated API version ray.io/v1alpha1.',
  why: 'KubeRay stores and documents `ray.io/v1`; `v1alpha1` is marked deprecated in its CRDs, lacks the newer fields (authentication, deadlines) and will not be served for ever.',
  remedy: 'Write `apiVersion: ray.io/v1`.',
  references: [
    {
      title: 'KubeRay: upgrade guide',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/upgrade-guide.html',
    },
    { title: 'KubeRay API reference', url: 'https://ray-project.github.io/kuberay/reference/api/' },
  ],
  views: ['ray/cluster', 'ray/job', 'ray/service'],
  key: ['apiVersion'],
  forbidden: ['ray.io/v1alpha1'],
  message: 'ray.io/v1alpha1 is deprecated; the current version is ray.io/v1.',
  mend: { set: 'ray.io/v1', title: 'Set apiVersion to ray.io/v1', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: `apiVersion: «ray.io/v1alpha1» # old\nkind: RayCluster\nspec:\n${head}`,
        fixed: `apiVersion: ray.io/v1 # old\nkind: RayCluster\nspec:\n${head}`,
      },
      {
        path: 'job.yaml',
        text: 'apiVersion: «ray.io/v1alpha1»\nkind: RayJob\nspec: { clusterSelector: { ray.io/cluster: shared } }\n',
        fixed: 'apiVersion: ray.io/v1\nkind: RayJob\nspec: { clusterSelector: { ray.io/cluster: shared } }\n',
      },
      {
        path: 'service.yaml',
        text: `apiVersion: «ray.io/v1alpha1»\nkind: RayService\nspec: { rayClusterConfig: { headGroupSpec: { template: ${pod()} } } }\n`,
        fixed: `apiVersion: ray.io/v1\nkind: RayService\nspec: { rayClusterConfig: { headGroupSpec: { template: ${pod()} } } }\n`,
      },
    ],
    good: [
      { path: 'cluster.yaml', text: rayCluster(head) },
      { path: 'other.yaml', text: rayCluster(head).replace('ray.io/v1', 'ray.example/v1alpha1') },
    ],
  },
});
