import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { annotationOf, deploymentModeOf } from '../deployment-mode';
import { mode, model, service } from '../example-text';

const hpa = 'serving.kserve.io/autoscalerClass: hpa\n';
const knativeHpa = 'autoscaling.knative.dev/class: hpa.autoscaling.knative.dev\n';
const ofPods = ['cpu', 'memory'];
const ofRequests = ['concurrency', 'rps'];

export default defineRule({
  id: 'kserve/no-unsupported-scale-metric',
  catalogue: ['kserve-scale-metric-mode-mismatch'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The autoscaler of this deployment mode cannot scale by this metric.',
  why: 'The Horizontal Pod Autoscaler sees `cpu` and `memory`, the Knative autoscaler `concurrency` and `rps`. The webhook refuses the other pair.',
  remedy: 'Choose a metric of the autoscaler that the mode and its annotations select.',
  references: [
    {
      title: 'KServe 0.20: validateAutoScalingCompExtension',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
    {
      title: 'Knative: autoscaling metrics',
      url: 'https://knative.dev/docs/serving/autoscaling/autoscaling-metrics/',
    },
  ],
  messages: { refused: 'The webhook refuses scaleMetric "{value}" here: this autoscaler knows {allowed}.' },
  fix: { none: 'Another metric needs another scaleTarget, which only the author knows.' },
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    const metric = at.text('scaleMetric');
    const allowed = at.outer && metricsOf(at.outer);
    if (metric.is !== 'known' || !allowed || allowed.includes(metric.value)) return;
    yield {
      message: 'refused',
      data: { value: metric.value, allowed: allowed.join(' and ') },
      span: metric.span,
    };
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service(`scaleMetric: «cpu»\n${model()}`, mode('ModelMesh')) },
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: «rps» # per pod\nscaleTarget: 20\n${model()}`, mode('Standard') + hpa),
      },
      { path: 'isvc.yaml', text: service(`scaleMetric: «cpu»\n${model()}`, mode('Knative')) },
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: «concurrency»\n${model()}`, mode('Serverless') + knativeHpa),
      },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: rps\n${model()}`, mode('Standard') + hpa.replace('hpa', 'external')),
      },
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: rps\n${model()}`, mode('Standard') + hpa.replace('hpa', '${CLASS}')),
      },
      {
        path: 'isvc.yaml',
        text: service(
          `scaleMetric: cpu\n${model()}`,
          `${mode('Knative')}autoscaling.knative.dev/class: \${CLASS}\n`,
        ),
      },
      { path: 'isvc.yaml', text: service(`scaleMetric: cpu\n${model()}`, mode('${MODE}')) },
      {
        path: 'isvc.yaml',
        text: service(`scaleMetric: cpu\nscaleTarget: 70\n${model()}`, mode('Standard') + hpa),
      },
      { path: 'isvc.yaml', text: service(`scaleMetric: memory\n${model()}`, mode('Standard') + hpa) },
      { path: 'isvc.yaml', text: service(`scaleMetric: rps\n${model()}`, mode('Knative')) },
      { path: 'isvc.yaml', text: service(`scaleMetric: concurrency\n${model()}`, mode('Knative')) },
      { path: 'isvc.yaml', text: service(`scaleMetric: memory\n${model()}`, mode('Knative') + knativeHpa) },
      { path: 'isvc.yaml', text: service(`scaleMetric: rps\n${model()}`, mode('Standard')) },
      { path: 'isvc.yaml', text: service(`scaleMetric: rps\n${model()}`, hpa) },
      { path: 'isvc.yaml', text: service(`scaleMetric: \${METRIC}\n${model()}`, mode('Knative')) },
    ],
  },
});

/** Metrics that the webhook takes; undefined where it does not look or cannot be foreseen. */
function metricsOf(service: NodeView): readonly string[] | undefined {
  const deployed = deploymentModeOf(service);
  if (deployed.is !== 'known') return undefined;
  if (deployed.value === 'Standard') {
    const scaler = annotationOf(service, 'autoscalerClass');
    return scaler.is === 'known' && scaler.value === 'hpa' ? ofPods : undefined;
  }
  // Whatever is not Standard is checked as Knative is.
  const scaler = service.text('metadata', 'annotations', 'autoscaling.knative.dev/class');
  if (scaler.is === 'absent') return ofRequests;
  if (scaler.is !== 'known') return undefined;
  return scaler.value === 'hpa.autoscaling.knative.dev' ? ofPods : ofRequests;
}
