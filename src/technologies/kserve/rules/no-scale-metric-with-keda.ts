import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { annotationOf, isDeployedAs } from '../deployment-mode';
import { indent, mode, model, service } from '../example-text';

const keda = `${mode('Standard')}serving.kserve.io/autoscalerClass: keda\n`;
const external = (metric: string, target = 'target: { type: Value, value: "50" }'): string =>
  `autoScaling:\n  metrics:\n    - type: External\n      external:\n${indent(`metric: ${metric}\n${target}`, 8)}${model()}`;

export default defineRule({
  id: 'kserve/no-scale-metric-with-keda',
  catalogue: ['kserve-scale-metric-with-keda'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'KEDA is given a metric in a form that the webhook refuses.',
  why: 'With the autoscaler class `keda` KServe takes its metrics from `autoScaling.metrics` alone: it refuses `scaleMetric`, and an external or pod metric without query or without target value.',
  remedy:
    'Remove `scaleMetric` and describe the metric under `autoScaling.metrics`, with `query` and `target.value`.',
  references: [
    {
      title: 'KServe 0.20: validateScalingKedaCompExtension',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: {
    metric: 'The webhook refuses scaleMetric together with the autoscaler class keda.',
    query: 'The webhook refuses this metric: it has no query.',
    target: 'The webhook refuses this metric: its target has no value.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    if (!at.outer || !isDeployedAs(at.outer, 'Standard')) return;
    const scaler = annotationOf(at.outer, 'autoscalerClass');
    if (scaler.is !== 'known' || scaler.value !== 'keda') return;
    const metric = at.text('scaleMetric');
    if (metric.is === 'known') {
      const fix = at.fix('review', 'Remove scaleMetric', at.remove('scaleMetric'));
      yield { message: 'metric', span: metric.span, fix };
    }
    for (const item of at.at('autoScaling', 'metrics')?.items() ?? []) yield* incomplete(item);
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: «cpu» # of all pods\n${model()}`, keda),
        message: 'metric',
        fixed: service(model(), keda),
      },
      {
        path: 'isvc.yaml',
        text: service(external('{ backend: prometheus, query: «""» }'), keda),
        message: 'query',
      },
      {
        path: 'isvc.yaml',
        text: service(external('{ backend: prometheus }').replace('metric:', '«metric»:'), keda),
        message: 'query',
      },
      {
        path: 'isvc.yaml',
        text: service(external('{ backend: prometheus, query: sum(up) }', '«target»: { type: Value }'), keda),
        message: 'target',
      },
      {
        path: 'isvc.yaml',
        text: service(
          `autoScaling: { metrics: [{ type: PodMetric, podmetric: { «metric»: { backend: opentelemetry }, target: { type: Value, value: "4" } } }] }\n${model()}`,
          keda,
        ),
        message: 'query',
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(external('{ backend: prometheus, query: sum(up) }'), keda) },
      { path: 'isvc.yaml', text: service(external('{ backend: prometheus, query: "${QUERY}" }'), keda) },
      {
        path: 'isvc.yaml',
        text: service(
          `autoScaling: { metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }] }\n${model()}`,
          keda,
        ),
      },
      { path: 'isvc.yaml', text: service(`scaleMetric: cpu\n${model()}`, keda.replace('keda', 'hpa')) },
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: rps\n${model()}`, keda.replace('Standard', 'Knative')),
      },
      { path: 'isvc.yaml', text: service(`scaleMetric: cpu\n${model()}`, mode('Standard')) },
    ],
  },
});

function* incomplete(item: NodeView): Iterable<Report> {
  for (const kind of ['external', 'podmetric']) {
    const source = item.at(kind);
    const metric = source?.at('metric');
    if (!source || !metric) continue;
    const query = metric.text('query');
    if (query.is === 'absent') yield { message: 'query', span: metric.anchor };
    if (query.is === 'known' && query.value === '') yield { message: 'query', span: query.span };
    const value = source.get('target', 'value');
    if (value.is === 'absent') yield { message: 'target', span: value.anchor };
  }
}
