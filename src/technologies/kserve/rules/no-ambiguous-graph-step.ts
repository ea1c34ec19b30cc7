import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { graph } from '../example-text';

const steps = (...lines: string[]): string =>
  graph(`root:\n  routerType: Sequence\n  steps:\n${lines.map((line) => `    - ${line}\n`).join('')}`);
const targets = ['nodeName', 'serviceName', 'serviceUrl'];

export default defineRule({
  id: 'kserve/no-ambiguous-graph-step',
  catalogue: ['graph-splitter-weights'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A step of the graph has no target, two targets, or the name of another step.',
  why: 'The webhook refuses the graph: a step calls exactly one of a node, a service and an address, and a later step must be able to name it.',
  remedy: 'Give each step exactly one of `nodeName`, `serviceName` and `serviceUrl`, and a name of its own.',
  references: [
    {
      title: 'KServe 0.20: validateInferenceGraphSingleStepTargets',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha1/inference_graph_validation.go',
    },
  ],
  messages: {
    none: 'The step calls nothing: it has no nodeName, serviceName or serviceUrl.',
    several: 'The step has {first} already; the webhook refuses {second} beside it.',
    name: 'Another step of this node is called "{name}" already.',
  },
  fix: { none: 'Only the author knows what is called.' },
  looksAt: [{ view: 'kserve/inference-graph', path: ['spec', 'nodes', '*', 'steps'] }],
  *check(at): Iterable<Report> {
    const names = new Set<string>();
    for (const step of at.items()) {
      yield* targetFaults(step);
      const name = step.text('name');
      if (name.is !== 'known' || name.value === '') continue;
      if (names.has(name.value)) yield { message: 'name', data: { name: name.value }, span: name.span };
      names.add(name.value);
    }
  },
  examples: {
    bad: [
      { path: 'graph.yaml', text: steps('{ serviceName: «""» }'), message: 'none' },
      { path: 'graph.yaml', text: steps('{ «name»: clean, data: $request }'), message: 'none' },
      {
        path: 'graph.yaml',
        text: steps('{ serviceName: scorer, «serviceUrl»: http://scorer.ml } # both'),
        message: 'several',
      },
      { path: 'graph.yaml', text: steps('{ nodeName: next, «serviceName»: scorer }'), message: 'several' },
      {
        path: 'graph.yaml',
        text: steps('{ name: a, serviceName: clean }', '{ name: «a», serviceName: scorer }'),
        message: 'name',
      },
    ],
    good: [
      { path: 'graph.yaml', text: steps('{ name: "", serviceName: a }', '{ name: "", serviceName: b }') },
      { path: 'graph.yaml', text: steps('{ serviceName: "", nodeName: "${NODE}" }') },
      {
        path: 'graph.yaml',
        text: steps('{ name: a, serviceName: clean }', '{ name: b, serviceUrl: http://scorer.ml }'),
      },
      { path: 'graph.yaml', text: steps('{ serviceName: clean }', '{ serviceName: clean }') },
      { path: 'graph.yaml', text: steps('{ serviceName: clean, serviceUrl: "" }') },
      { path: 'graph.yaml', text: steps('{ serviceName: "${SERVICE}" }') },
    ],
  },
});

function* targetFaults(step: NodeView): Iterable<Report> {
  const values = targets.map((key) => ({ key, value: step.text(key) }));
  if (values.some(({ value }) => value.is === 'unknown' || value.is === 'invalid')) return;
  const given = values.filter(({ value }) => value.is === 'known' && value.value !== '');
  const [first, second] = given;
  const service = step.text('serviceName');
  if (!first && service.is === 'absent') yield { message: 'none', span: service.anchor };
  if (!first && service.is === 'known') yield { message: 'none', span: service.span };
  const extra = second && step.at(second.key);
  if (first && extra)
    yield { message: 'several', data: { first: first.key, second: extra.key }, span: extra.anchor };
}
