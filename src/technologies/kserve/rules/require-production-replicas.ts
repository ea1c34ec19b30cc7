import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { model, service } from '../example-text';

const inProduction = (text: string): string =>
  text.replace('  name: scorer\n', '  name: scorer\n  namespace: fraud-prod\n');
const labelled = (text: string, label: string): string =>
  text.replace('  name: scorer\n', `  name: scorer\n  labels: { ${label} }\n`);

export default defineRule({
  id: 'kserve/require-production-replicas',
  catalogue: ['kserve-single-replica'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  environment: 'replication',
  summary: 'A service of production runs one replica.',
  why: 'While the node of the only pod is drained, or the pod loads its model after a crash, nobody answers.',
  remedy: 'Set `minReplicas: 2` on the predictor.',
  references: [
    {
      title: 'KServe 0.20: one replica is the default',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/constants/constants.go#L223',
    },
  ],
  messages: { single: 'The predictor of a production service runs one replica.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: [] }],
  *check(at): Iterable<Report> {
    if (!isProduction(at) || !at.at('spec', 'predictor')) return;
    const least = at.number('spec', 'predictor', 'minReplicas');
    if (least.is !== 'absent' && !(least.is === 'known' && least.value === 1)) return;
    const most = at.number('spec', 'predictor', 'maxReplicas');
    const bounded = most.is !== 'absent' && !(most.is === 'known' && (most.value === 0 || most.value > 1));
    const fix = bounded
      ? undefined
      : at.fix('review', 'Set minReplicas to 2', at.set(['spec', 'predictor', 'minReplicas'], 2));
    yield { message: 'single', span: least.is === 'absent' ? least.anchor : least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: labelled(service(`minReplicas: «1»\n${model()}`), 'stage: prod'),
        fixed: labelled(service(`minReplicas: 2\n${model()}`), 'stage: prod'),
      },
      {
        path: 'isvc.yaml',
        text: inProduction(service(`minReplicas: «1» # enough\n${model()}`)),
        fixed: inProduction(service(`minReplicas: 2 # enough\n${model()}`)),
      },
      {
        path: 'isvc.yaml',
        text: labelled(service(model()).replace('predictor', '«predictor»'), 'environment: production'),
        fixed: labelled(service(`${model()}minReplicas: 2\n`), 'environment: production'),
      },
      {
        path: 'isvc.yaml',
        text: labelled(service(`minReplicas: «1»\nmaxReplicas: 1\n${model()}`), 'env: prod'),
      },
      {
        path: 'isvc.yaml',
        text: inProduction(service(`minReplicas: «1»\nmaxReplicas: 2\n${model()}`)),
        fixed: inProduction(service(`minReplicas: 2\nmaxReplicas: 2\n${model()}`)),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: inProduction(service(`minReplicas: 2\n${model()}`)) },
      { path: 'isvc.yaml', text: inProduction(service(`minReplicas: 0\n${model()}`)) },
      { path: 'isvc.yaml', text: inProduction(service(`minReplicas: \${MIN}\n${model()}`)) },
      { path: 'isvc.yaml', text: service(model()) },
      {
        path: 'isvc.yaml',
        text: service(model()).replace('  name: scorer\n', '  name: scorer\n  namespace: products\n'),
      },
      { path: 'isvc.yaml', text: labelled(service(model()), 'environment: staging') },
    ],
  },
});

function isProduction(service: NodeView): boolean {
  const namespace = service.text('metadata', 'namespace');
  if (namespace.is === 'known' && /(?:^|-)prod(?:uction)?(?:-|$)/.test(namespace.value)) return true;
  return ['environment', 'env', 'stage'].some((label) => {
    const value = service.text('metadata', 'labels', label);
    return value.is === 'known' && /^prod(?:uction)?$/.test(value.value);
  });
}
