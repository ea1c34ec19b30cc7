import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { head, pod, rayCluster } from '../examples';

const withHead = (lines: string, rest = ''): string =>
  rayCluster(
    `  rayVersion: "2.60.0"\n${rest}  headGroupSpec:\n${lines}    rayStartParams: {}\n    template: ${pod()}\n`,
  );

export default defineRule({
  id: 'ray/require-authentication',
  catalogue: ['ray-no-auth'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Who reaches the head of the Ray cluster can run any code in it.',
  why: 'The dashboard, job and client ports take code from anybody, and authentication is off by default; open clusters are found and abused (CVE-2023-48022, CVE-2025-62593).',
  remedy:
    'Set `authOptions: { mode: token }` (Ray 2.52 or later), and do not publish the head by a load balancer, node port or ingress.',
  references: [
    {
      title: 'Ray security: token authentication',
      url: 'https://docs.ray.io/en/latest/ray-security/token-auth.html',
    },
    { title: 'CVE-2023-48022', url: 'https://nvd.nist.gov/vuln/detail/CVE-2023-48022' },
  ],
  messages: {
    exposed: 'The head is published to others without authentication: who reaches it can run any code.',
    internal: 'The cluster has no authentication: every pod that reaches the head can run any code in it.',
  },
  fix: 'review',
  looksAt: [{ view: 'ray/cluster-spec', path: [] }],
  *check(at): Iterable<Report> {
    const mode = at.text('authOptions', 'mode');
    const isOff = mode.is === 'absent' || (mode.is === 'known' && mode.value !== 'token');
    const group = at.at('headGroupSpec');
    if (!isOff || !group || hasTokenInEnvironment(group)) return;
    const fix = offersTokens(at)
      ? at.fix('review', 'Set authOptions.mode to token', at.set(['authOptions', 'mode'], 'token'))
      : undefined;
    const opening = openingOf(group);
    if (opening) yield { message: 'exposed', span: opening.span, fix };
    else
      yield {
        message: 'internal',
        span: mode.is === 'absent' ? mode.anchor : mode.span,
        severity: 'info',
        fix,
      };
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        message: 'exposed',
        text: withHead('    serviceType: «LoadBalancer» # for us\n'),
        fixed: `${withHead('    serviceType: LoadBalancer # for us\n')}  authOptions:\n    mode: token\n`,
      },
      {
        path: 'cluster.yaml',
        message: 'exposed',
        text: rayCluster(`  headGroupSpec:\n    serviceType: «NodePort»\n    template: ${pod()}\n`),
      },
      {
        path: 'cluster.yaml',
        message: 'exposed',
        text: withHead('    enableIngress: «true»\n', '  authOptions: { mode: disabled }\n'),
        fixed: withHead('    enableIngress: true\n', '  authOptions: { mode: token }\n'),
      },
      {
        path: 'cluster.yaml',
        message: 'internal',
        severity: 'info',
        text: rayCluster(head).replace('spec:', '«spec»:'),
      },
      {
        path: 'cluster.yaml',
        message: 'internal',
        severity: 'info',
        text: withHead(
          '    serviceType: ClusterIP\n    enableIngress: false\n',
          '  authOptions: { mode: «disabled» }\n',
        ),
        fixed: withHead(
          '    serviceType: ClusterIP\n    enableIngress: false\n',
          '  authOptions: { mode: token }\n',
        ),
      },
      {
        path: 'cluster.yaml',
        message: 'internal',
        severity: 'info',
        text: withHead('').replace('2.60.0"\n', '2.51.0"\n').replace('spec:', '«spec»:'),
      },
    ],
    good: [
      {
        path: 'cluster.yaml',
        text: withHead('    serviceType: LoadBalancer\n', '  authOptions: { mode: token }\n'),
      },
      {
        path: 'cluster.yaml',
        text: withHead('    serviceType: LoadBalancer\n', '  authOptions: { mode: "${AUTH}" }\n'),
      },
      {
        path: 'cluster.yaml',
        text: rayCluster(
          '  headGroupSpec:\n    serviceType: LoadBalancer\n    template: { spec: { containers: [{ name: ray, image: "a:1", env: [{ name: RAY_AUTH_MODE, value: token }] }] } }\n',
        ),
      },
    ],
  },
});

function hasTokenInEnvironment(group: NodeView): boolean {
  const variables = group.at('template', 'spec', 'containers', '0', 'env')?.items() ?? [];
  return variables.some(
    (variable) =>
      known(variable.text('name')) === 'RAY_AUTH_MODE' && known(variable.text('value')) !== 'disabled',
  );
}

/** KubeRay takes `mode: token` only with a version of at least 2.52. */
function offersTokens(at: NodeView): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(known(at.text('rayVersion')) ?? '') ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 52);
}

function openingOf(group: NodeView): { span: NodeView['span'] } | undefined {
  const type = group.text('serviceType');
  if (type.is === 'known' && ['LoadBalancer', 'NodePort'].includes(type.value)) return type;
  const ingress = group.boolean('enableIngress');
  return ingress.is === 'known' && ingress.value ? ingress : undefined;
}
