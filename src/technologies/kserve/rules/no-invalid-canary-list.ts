import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { indent, mode, serviceOf } from '../example-text';

const body = '  model: { name: "", modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v4 }\n';
const stable = `predictor:\n  name: v3\n  minReplicas: 2\n${body.replace('name: "", ', '')}`;
const canary = (percent: string, lines: string): string =>
  `- trafficPercent: ${percent}\n  predictor:\n${indent(lines, 4)}${indent(body, 2)}`;
const canaries = (...items: string[]): string =>
  serviceOf(`${stable}canary:\n${indent(items.join(''), 2)}`, mode('Standard'));

export default defineRule({
  id: 'kserve/no-invalid-canary-list',
  catalogue: ['kserve-canary-spec-invalid'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'An entry of the canary list is one that the webhook refuses.',
  why: 'Each canary becomes a Deployment of its own: it needs a name that nobody else has, its replicas are fixed and not above those of the stable predictor, and the percentages cannot pass 100.',
  remedy:
    'Give each canary its own `predictor.name` and, if need be, `minReplicas`; leave scaling to the stable predictor.',
  references: [
    {
      title: 'KServe 0.20: validateCanarySpecs',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: {
    unnamed: 'The webhook refuses a canary without predictor.name.',
    taken: 'The webhook refuses the canary "{name}": another predictor of this service has that name.',
    traffic: 'The canaries take {sum} percent of the traffic, more than there is.',
    scaling: 'The webhook refuses {key} on a canary, whose replicas are fixed.',
    replicas: 'The webhook refuses {least} replicas for a canary; the stable predictor has {stable}.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const items = at.at('canary')?.items() ?? [];
    if (items.length === 0) return;
    yield* badNames(at, items);
    yield* tooMuchTraffic(items);
    const stableReplicas = replicasOf(at);
    for (const item of items) yield* badScaling(item, stableReplicas);
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n«maxReplicas»: 1\n')),
        message: 'scaling',
        fixed: canaries(canary('10', 'name: v4\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'minReplicas: 1\n').replace('predictor', '«predictor»')),
        message: 'unnamed',
      },
      { path: 'isvc.yaml', text: canaries(canary('10', 'name: «v3» # next\n')), message: 'taken' },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n'), canary('20', 'name: «v4»\n')),
        message: 'taken',
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('60', 'name: v4\n'), canary('«41»', 'name: v5\n')),
        message: 'traffic',
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n«maxReplicas»: 3\n')),
        message: 'scaling',
        fixed: canaries(canary('10', 'name: v4\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n«scaleTarget»: 70\n')),
        message: 'scaling',
        fixed: canaries(canary('10', 'name: v4\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n«scaleMetric»: cpu\n')),
        message: 'scaling',
        fixed: canaries(canary('10', 'name: v4\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n«autoScaling»: {}\n')),
        message: 'scaling',
        fixed: canaries(canary('10', 'name: v4\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\n«workerSpec»: {}\n')),
        message: 'scaling',
        fixed: canaries(canary('10', 'name: v4\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\nminReplicas: «3» # same load\n')),
        message: 'replicas',
        fixed: canaries(canary('10', 'name: v4\nminReplicas: 2 # same load\n')),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: v4\nminReplicas: «2»\n')).replace(
          '    minReplicas: 2\n    model',
          '    model',
        ),
        message: 'replicas',
        fixed: canaries(canary('10', 'name: v4\nminReplicas: 1\n')).replace(
          '    minReplicas: 2\n    model',
          '    model',
        ),
      },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: canaries(
          canary('60', 'name: v4\nminReplicas: 2\n'),
          canary('40', 'name: v5\nmaxReplicas: 0\n'),
        ),
      },
      {
        path: 'isvc.yaml',
        text: canaries(canary('10', 'name: ${VERSION}\n'), canary('10', 'name: ${VERSION}\n')),
      },
      { path: 'isvc.yaml', text: canaries(canary('${PERCENT}', 'name: v4\n'), canary('99', 'name: v5\n')) },
      { path: 'isvc.yaml', text: serviceOf(stable, mode('Standard')) },
    ],
  },
});

function* badNames(spec: NodeView, items: readonly NodeView[]): Iterable<Report> {
  const stable = spec.text('predictor', 'name');
  const taken = new Set(stable.is === 'known' ? [stable.value] : []);
  for (const item of items) {
    const name = item.text('predictor', 'name');
    if (name.is === 'absent') yield { message: 'unnamed', span: name.anchor };
    if (name.is !== 'known') continue;
    if (taken.has(name.value)) yield { message: 'taken', data: { name: name.value }, span: name.span };
    taken.add(name.value);
  }
}

function* tooMuchTraffic(items: readonly NodeView[]): Iterable<Report> {
  let sum = 0;
  for (const item of items) {
    const percent = item.number('trafficPercent');
    if (percent.is !== 'known') continue;
    sum += percent.value;
    if (sum <= 100) continue;
    yield { message: 'traffic', data: { sum }, span: percent.span };
    return;
  }
}

function* badScaling(item: NodeView, stable: number | undefined): Iterable<Report> {
  for (const key of ['maxReplicas', 'scaleTarget', 'scaleMetric', 'autoScaling', 'workerSpec']) {
    const found = item.at('predictor', key);
    const number = item.number('predictor', key);
    if (!found || found.isUnknown() || (key === 'maxReplicas' && number.is === 'known' && number.value <= 0))
      continue;
    const fix = item.fix('review', `Remove ${key}`, item.remove('predictor', key));
    yield { message: 'scaling', data: { key }, span: found.anchor, fix };
  }
  const least = item.number('predictor', 'minReplicas');
  if (stable === undefined || least.is !== 'known' || least.value <= stable) return;
  const fix = item.fix(
    'review',
    `Lower minReplicas to ${stable}`,
    item.set(['predictor', 'minReplicas'], stable),
  );
  yield { message: 'replicas', data: { least: least.value, stable }, span: least.span, fix };
}

/** Replicas of the stable predictor; one if it does not say. */
function replicasOf(spec: NodeView): number | undefined {
  const least = spec.number('predictor', 'minReplicas');
  return least.is === 'known' ? least.value : least.is === 'absent' ? 1 : undefined;
}
