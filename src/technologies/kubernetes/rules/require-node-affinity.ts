import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment } from '../example-manifests';
import { podSpecPath, resourceName, servingKinds } from '../kinds';
import { affinity } from '../sources';

export default defineRule({
  id: 'kubernetes/require-node-affinity',
  catalogue: ['node-affinity-missing'],
  equivalents: ['kube-linter:no-node-affinity'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Nothing says on which nodes pods may run.',
  why: 'In a cluster with several sorts of nodes a training pod without a wish may land where there is no GPU, and a web server on a node that has one.',
  remedy: 'Add a `nodeSelector` or a `nodeAffinity`.',
  references: [affinity],
  messages: { missing: 'Nothing says on which nodes the pods of "{name}" may run.' },
  fix: { none: 'How nodes are labelled is known only to the team.' },
  looksAt: servingKinds,
  *check(at): Iterable<Report> {
    const wish = at.get(...podSpecPath, 'affinity', 'nodeAffinity');
    if (wish.is !== 'absent' || at.has(...podSpecPath, 'nodeSelector')) return;
    yield { message: 'missing', data: { name: resourceName(at) }, span: wish.anchor };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: deployment('- name: scorer\n').replace('    spec', '    «spec»') },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', '«affinity»: { podAffinity: {} }\n') },
    ],
    good: [
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', 'affinity: { nodeAffinity: {} }\n') },
      { path: 'manifest.yaml', text: deployment('- name: scorer\n', 'nodeSelector: { gpu: l4 }\n') },
    ],
  },
});
