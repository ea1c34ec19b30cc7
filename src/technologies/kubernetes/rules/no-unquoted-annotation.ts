import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const service = (metadata: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata:\n  name: scorer\n${metadata}spec:\n  predictor:\n    model: { modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v3 }\n`;
const scraping = 'serving.kserve.io/enable-prometheus-scraping';

export default defineRule({
  id: 'kubernetes/no-unquoted-annotation',
  catalogue: ['kserve-annotation-not-string'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'An annotation or label is a truth value or a number, not a text.',
  why: 'The API server refuses the resource: annotations and labels are texts, and YAML reads `true`, `on` or `8080` without quotes as something else.',
  remedy: 'Put the value into quotes.',
  references: [
    {
      title: 'Kubernetes: syntax of annotations',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
    },
  ],
  messages: { type: 'The API server refuses "{key}": {value} without quotes is no text.' },
  fix: 'safe',
  looksAt: [
    { view: 'kubernetes/resource', path: ['metadata', 'annotations', '*'] },
    { view: 'kubernetes/resource', path: ['metadata', 'labels', '*'] },
    { view: 'kubernetes/pod-template', path: ['metadata', 'annotations', '*'] },
    { view: 'kubernetes/pod-template', path: ['metadata', 'labels', '*'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || at.node?.type !== 'scalar') return;
    if (at.node.style !== 'plain' || at.node.tag !== undefined || !isNoText(value.value)) return;
    // A Pod is its own template: it is reported once, as a resource.
    if (
      at.context.view.id === 'kubernetes/pod-template' &&
      at.outer?.has('metadata', 'annotations', at.key) === true
    )
      return;
    const fix = at.fix('safe', 'Put the value into quotes', at.set([], value.value));
    yield { message: 'type', data: { key: at.key, value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(`  annotations:\n    ${scraping}: «true» # for Grafana\n`),
        fixed: service(`  annotations:\n    ${scraping}: "true" # for Grafana\n`),
      },
      {
        path: 'isvc.yaml',
        text: service('  annotations: { prometheus.kserve.io/port: «8080», team: fraud }\n'),
        fixed: service('  annotations: { prometheus.kserve.io/port: "8080", team: fraud }\n'),
      },
      {
        path: 'isvc.yaml',
        text: service('  labels: { canary: «on» }\n'),
        fixed: service('  labels: { canary: "on" }\n'),
      },
      {
        path: 'isvc.yaml',
        text: service('  labels: { version: «1.20» }\n'),
        fixed: service('  labels: { version: "1.20" }\n'),
      },
      {
        path: 'deployment.yaml',
        text: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    metadata:\n      annotations: { sidecar.istio.io/inject: «false» }\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    metadata:\n      annotations: { sidecar.istio.io/inject: "false" }\n',
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`  annotations:\n    ${scraping}: "true"\n`) },
      {
        path: 'isvc.yaml',
        text: service('  annotations: { a: v1.2, b: truely, c: 1.2.3, d: 10m, e: ~, f: tRue }\n'),
      },
      { path: 'isvc.yaml', text: service('  annotations: { a: !!str true }\n') },
      { path: 'isvc.yaml', text: service(`  annotations:\n    ${scraping}: {{ .Values.scrape }}\n`) },
    ],
  },
});

/** Whether the YAML reader of kubectl (1.1) takes the bare text for a truth value or a number. */
function isNoText(text: string): boolean {
  const word = /^(?:true|false|yes|no|on|off|y|n)$/i.test(text);
  const capitals = /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)$/.test(text);
  if (word && capitals) return true;
  return /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$|^[-+]?0[xob][\da-fA-F_]+$/.test(text);
}
