import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { networking } from '../example-text';

const service = (host: string, more = ''): string =>
  networking(
    'VirtualService',
    `hosts: [scorer.example.com]\nhttp:\n  - route: [{ destination: { host: ${host} } }]\n${more}`,
  );
const inference =
  /-(?:predictor|transformer|explainer)(?:-default)?(?:\.|$)|^(?:knative|cluster)-local-gateway\./;

export default defineRule({
  id: 'istio/require-inference-timeout',
  catalogue: ['istio-no-timeout-or-retry-on-infer'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A route to a model waits for ever.',
  why: 'Istio has no timeout of its own. When the model hangs its callers hang with it, hold their connections, and fall one after the other.',
  remedy: 'Add a `timeout` that is longer than the slowest good answer, such as `timeout: 10s`.',
  references: [
    {
      title: 'Istio: request timeouts are off by default',
      url: 'https://istio.io/latest/docs/concepts/traffic-management/#timeouts',
    },
  ],
  messages: { endless: 'Requests to "{host}" wait for ever: the route has no timeout.' },
  fix: 'review',
  looksAt: [{ view: 'istio/virtual-service', path: ['spec', 'http', '*'] }],
  *check(at): Iterable<Report> {
    if (at.get('timeout').is !== 'absent') return;
    const host = (at.at('route')?.items() ?? [])
      .map(hostOf)
      .find((text) => text !== undefined && inference.test(text));
    const anchor = at.at('route')?.anchor;
    if (host === undefined || !anchor) return;
    const fix = at.fix('review', 'Wait ten seconds at most', at.set(['timeout'], '10s'));
    yield { message: 'endless', data: { host }, span: anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'route.yaml',
        text: service('scorer-predictor.fraud.svc.cluster.local').replace('route', '«route»'),
        fixed: service('scorer-predictor.fraud.svc.cluster.local', '    timeout: 10s\n'),
      },
      {
        path: 'route.yaml',
        text: service(
          'knative-local-gateway.istio-system.svc.cluster.local',
          '    match: [{ uri: { prefix: /v2 } }] # V2\n',
        ).replace('route', '«route»'),
        fixed: service(
          'knative-local-gateway.istio-system.svc.cluster.local',
          '    match: [{ uri: { prefix: /v2 } }] # V2\n    timeout: 10s\n',
        ),
      },
    ],
    good: [
      { path: 'route.yaml', text: service('scorer-predictor', '    timeout: 60s\n') },
      { path: 'route.yaml', text: service('shop') },
      { path: 'route.yaml', text: service('predictor-ui.fraud.svc') },
      { path: 'route.yaml', text: service('scorer-predictor', '    timeout: ${TIMEOUT}\n') },
    ],
  },
});

function hostOf(route: NodeView): string | undefined {
  const host = route.text('destination', 'host');
  return host.is === 'known' ? host.value : undefined;
}
