import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { graph } from '../example-text';

const node = '{ routerType: Sequence, steps: [{ serviceName: scorer }] }';

export default defineRule({
  id: 'kserve/require-graph-root',
  catalogue: ['graph-splitter-weights'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The graph has no node called `root`.',
  why: 'Requests enter the graph at the node `root`; the webhook refuses a graph without it.',
  remedy: 'Call the first node `root`.',
  references: [
    {
      title: 'KServe 0.20: validateInferenceGraphRouterRoot',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha1/inference_graph_validation.go',
    },
  ],
  messages: { missing: 'The graph has no node called root, where requests enter.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-graph', path: ['spec', 'nodes'] }],
  *check(at): Iterable<Report> {
    const root = at.get('root');
    const [first, second] = at.entries();
    if (root.is !== 'absent' || at.node?.type !== 'map') return;
    const fix =
      !first || second ? undefined : at.fix('review', 'Call the node root', at.rename([first.key], 'root'));
    yield { message: 'missing', span: root.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'graph.yaml',
        text: graph(`start: ${node} # entry\n`).replace('nodes', '«nodes»'),
        fixed: graph(`root: ${node} # entry\n`),
      },
      { path: 'graph.yaml', text: graph('').replace('nodes:', '«nodes»: {}') },
      { path: 'graph.yaml', text: graph(`first: ${node}\nsecond: ${node}\n`).replace('nodes', '«nodes»') },
    ],
    good: [
      { path: 'graph.yaml', text: graph(`root: ${node}\n`) },
      { path: 'graph.yaml', text: graph(`second: ${node}\nroot: ${node}\n`) },
      { path: 'graph.yaml', text: graph('').replace('nodes:', 'nodes: ${NODES}') },
    ],
  },
});
