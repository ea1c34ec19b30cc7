import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { model, service } from '../example-text';

const key = 'serving.kserve.io/enable-prometheus-scraping';

export default defineRule({
  id: 'kserve/require-prometheus-scraping',
  catalogue: ['kserve-no-prometheus-annotation'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The metrics of the service are not offered to Prometheus.',
  why: 'Latency, errors and load of the model stay inside its pods unless a PodMonitor or these annotations tell Prometheus where they are.',
  remedy:
    'Set the annotation `serving.kserve.io/enable-prometheus-scraping: "true"`, or add a PodMonitor for the label `serving.kserve.io/inferenceservice`.',
  references: [
    {
      title: 'KServe: Prometheus metrics',
      url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/observability/prometheus-metrics',
    },
  ],
  messages: {
    missing: 'Nothing tells Prometheus where the metrics of this service are.',
    off: 'Scraping of this service is switched off.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: [] }],
  *check(at): Iterable<Report> {
    const scraping = at.text('metadata', 'annotations', key);
    const fix = at.fix(
      'review',
      'Offer the metrics to Prometheus',
      at.set(['metadata', 'annotations', key], 'true'),
    );
    if (scraping.is === 'absent') yield { message: 'missing', span: scraping.anchor, fix };
    if (scraping.is === 'known' && scraping.value === 'false')
      yield { message: 'off', span: scraping.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model(), 'team: fraud # ours\n').replace('annotations', '«annotations»'),
        message: 'missing',
        fixed: service(model(), `team: fraud # ours\n${key}: "true"\n`),
      },
      {
        path: 'isvc.yaml',
        text: service(model(), `${key}: «"false"» # too many series\n`),
        message: 'off',
        fixed: service(model(), `${key}: "true" # too many series\n`),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model(), `${key}: "true"\n`) },
      { path: 'isvc.yaml', text: service(model(), `${key}: "\${SCRAPE}"\n`) },
    ],
  },
});
