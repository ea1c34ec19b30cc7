import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { graph } from '../example-text';

const splitter = (first: string, second: string, type = 'Splitter'): string =>
  graph(
    `root:\n  routerType: ${type}\n  steps:\n    - serviceName: champion\n${first}    - serviceName: challenger\n${second}`,
  );
const weight = (value: string): string => `      weight: ${value}\n`;

export default defineRule({
  id: 'kserve/no-invalid-splitter-weights',
  catalogue: ['graph-splitter-weights'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The weights of a splitter do not add up to 100.',
  why: 'The webhook refuses a Splitter node unless each step has a weight and the weights add up to 100.',
  remedy: 'Give each step its share of the traffic in percent.',
  references: [
    {
      title: 'KServe 0.20: validateInferenceGraphSplitterWeight',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha1/inference_graph_validation.go',
    },
  ],
  messages: {
    missing: 'The webhook refuses a splitter step without weight.',
    sum: 'The weights of the splitter add up to {sum}, not 100.',
  },
  fix: { none: 'Only the author knows the shares.' },
  looksAt: [{ view: 'kserve/inference-graph', path: ['spec', 'nodes', '*'] }],
  *check(at): Iterable<Report> {
    const type = at.text('routerType');
    if (type.is !== 'known' || type.value !== 'Splitter') return;
    const weights = (at.at('steps')?.items() ?? []).map((step) => step.number('weight'));
    let sum = 0;
    for (const value of weights) {
      if (value.is === 'absent') yield { message: 'missing', span: value.anchor };
      if (value.is !== 'known') return;
      sum += value.value;
    }
    const last = weights[weights.length - 1];
    if (last?.is === 'known' && sum !== 100) yield { message: 'sum', data: { sum }, span: last.span };
  },
  examples: {
    bad: [
      { path: 'graph.yaml', text: splitter(weight('90'), weight('«20» # try')), message: 'sum' },
      { path: 'graph.yaml', text: splitter(weight('90'), weight('«9»')), message: 'sum' },
      {
        path: 'graph.yaml',
        text: splitter(weight('100'), '').replace('serviceName: challenger', '«serviceName»: challenger'),
        message: 'missing',
      },
    ],
    good: [
      { path: 'graph.yaml', text: splitter(weight('${SHARE}'), weight('10')) },
      { path: 'graph.yaml', text: splitter(weight('90'), weight('10')) },
      { path: 'graph.yaml', text: splitter(weight('90'), weight('${SHARE}')) },
      { path: 'graph.yaml', text: splitter(weight('90'), weight('20'), 'Sequence') },
      { path: 'graph.yaml', text: splitter('', '', 'Ensemble') },
    ],
  },
});
