import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { graph, model, service } from '../example-text';

const pattern = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const steps = 'root:\n  routerType: Sequence\n  steps: [{ serviceName: scorer }]\n';

export default defineRule({
  id: 'kserve/no-invalid-name',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The name of an inference service or graph is one that the webhook refuses.',
  why: 'Kubernetes would take a digit first, or dots; the webhook of KServe does not, for the name becomes that of a Service and a label of the host.',
  remedy:
    'Begin with a lower-case letter, go on with letters, digits and hyphens, and end with a letter or digit.',
  references: [
    {
      title: 'KServe 0.20: validateInferenceServiceName',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
    {
      title: 'KServe 0.20: validateInferenceGraphName',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha1/inference_graph_validation.go',
    },
  ],
  messages: { refused: 'The webhook refuses the name "{value}".' },
  fix: { none: 'Callers use the name; only the author can change it everywhere.' },
  looksAt: [
    { view: 'kserve/inference-service', path: ['metadata', 'name'] },
    { view: 'kserve/inference-graph', path: ['metadata', 'name'] },
  ],
  *check(at): Iterable<Report> {
    const name = at.text();
    if (name.is !== 'known' || pattern.test(name.value)) return;
    yield { message: 'refused', data: { value: name.value }, span: name.span };
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service(model()).replace('name: scorer', 'name: «2nd-scorer»') },
      { path: 'isvc.yaml', text: service(model()).replace('name: scorer', 'name: «scorer.v2» # new') },
      { path: 'graph.yaml', text: graph(steps).replace('name: scoring', 'name: «scoring_v2»') },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model()) },
      { path: 'isvc.yaml', text: service(model()).replace('name: scorer', 'name: s2-x') },
      { path: 'isvc.yaml', text: service(model()).replace('name: scorer', 'name: "${NAME}"') },
      { path: 'graph.yaml', text: graph(steps) },
    ],
  },
});
