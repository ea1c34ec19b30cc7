import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { head, rayCluster, rayJobAnywhere, pod } from '../examples';
import { isVersionBelow } from '../ray-images';

const cluster = (version: string, options: string): string =>
  rayCluster(`${version}  authOptions: { ${options} }\n${head}`);
const token = 'mode: token';

export default defineRule({
  id: 'ray/no-unsupported-authentication',
  catalogue: ['ray-auth-version'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Authentication is asked of a Ray cluster that cannot give it.',
  why: 'KubeRay refuses the resource: tokens need a stated Ray version of at least 2.52.0, and Kubernetes tokens 2.55.0, a RayCluster of its own and no secret.',
  remedy:
    'Set `rayVersion` to that of an image that is new enough; in a RayJob or RayService use plain tokens.',
  references: [
    {
      title: 'KubeRay: validation of authOptions (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
    {
      title: 'Ray security: token authentication',
      url: 'https://docs.ray.io/en/latest/ray-security/token-auth.html',
    },
  ],
  messages: {
    unstated: 'KubeRay refuses token authentication when rayVersion is not set.',
    old: 'Token authentication needs Ray 2.52.0 or later, not {version}.',
    kubernetesOld: 'Kubernetes tokens need Ray 2.55.0 or later, not {version}.',
    place: 'KubeRay supports Kubernetes tokens only in a RayCluster of its own.',
    secret: 'KubeRay refuses secretName together with enableK8sTokenAuth.',
    mode: 'KubeRay refuses enableK8sTokenAuth unless mode is token.',
  },
  fix: { none: 'A new version means another image, which the author has to choose.' },
  looksAt: [{ view: 'ray/cluster-spec', path: [] }],
  *check(at): Iterable<Report> {
    const mode = at.text('authOptions', 'mode');
    const kubernetes = at.boolean('authOptions', 'enableK8sTokenAuth');
    const isKubernetes = kubernetes.is === 'known' && kubernetes.value;
    if (isKubernetes && at.outer?.context.view.id !== 'ray/cluster')
      yield { message: 'place', span: kubernetes.span };
    if (mode.is === 'known' && mode.value === 'token') yield* tokenFaults(at, mode.span, isKubernetes);
    else if (isKubernetes && mode.is !== 'unknown') yield { message: 'mode', span: kubernetes.span };
  },
  examples: {
    bad: [
      { path: 'a.yaml', message: 'unstated', text: cluster('', 'mode: «token», secretName: ray') },
      { path: 'a.yaml', message: 'old', text: cluster('  rayVersion: «2.51.9» # soon\n', token) },
      {
        path: 'a.yaml',
        message: 'kubernetesOld',
        text: cluster('  rayVersion: «"2.54.0"»\n', `${token}, enableK8sTokenAuth: true`),
      },
      {
        path: 'a.yaml',
        message: 'secret',
        text: cluster('  rayVersion: 2.55.0\n', `${token}, enableK8sTokenAuth: true, secretName: «ray» `),
      },
      {
        path: 'a.yaml',
        message: 'mode',
        text: cluster('  rayVersion: 2.55.0\n', 'enableK8sTokenAuth: «true», mode: disabled'),
      },
      {
        path: 'a.yaml',
        message: 'place',
        text: rayJobAnywhere(
          `  rayClusterSpec:\n    rayVersion: 2.60.0\n    authOptions: { mode: token, enableK8sTokenAuth: «true» }\n    headGroupSpec: { template: ${pod()} }\n`,
        ),
      },
    ],
    good: [
      {
        path: 'a.yaml',
        text: cluster('  rayVersion: 2.52.0\n', `${token}, secretName: ray, enableK8sTokenAuth: false`),
      },
      { path: 'a.yaml', text: cluster('  rayVersion: 2.55.0\n', `${token}, enableK8sTokenAuth: true`) },
      { path: 'a.yaml', text: cluster('  rayVersion: 3.0.0\n', token) },
      { path: 'a.yaml', text: cluster('  rayVersion: ${RAY}\n', `${token}, enableK8sTokenAuth: true`) },
      { path: 'a.yaml', text: cluster('  rayVersion: 2.9.0\n', 'mode: disabled') },
      {
        path: 'a.yaml',
        text: cluster('  rayVersion: 2.55.0\n', 'enableK8sTokenAuth: true, mode: "${MODE}"'),
      },
      {
        path: 'a.yaml',
        text: rayJobAnywhere(
          `  rayClusterSpec:\n    rayVersion: 2.60.0\n    authOptions: { mode: token }\n    headGroupSpec: { template: ${pod()} }\n`,
        ),
      },
    ],
  },
});

function* tokenFaults(at: NodeView, span: NodeView['span'], isKubernetes: boolean): Iterable<Report> {
  const version = at.text('rayVersion');
  if (version.is === 'absent') yield { message: 'unstated', span };
  if (version.is === 'known') {
    const data = { version: version.value };
    if (isVersionBelow(version.value, [2, 52])) yield { message: 'old', data, span: version.span };
    else if (isKubernetes && isVersionBelow(version.value, [2, 55]))
      yield { message: 'kubernetesOld', data, span: version.span };
  }
  const secret = at.text('authOptions', 'secretName');
  if (isKubernetes && secret.is === 'known' && known(secret) !== '')
    yield { message: 'secret', span: secret.span };
}
