import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, rayCluster } from '../examples';

const cluster = (parameters: string): string =>
  rayCluster(`  headGroupSpec:\n    rayStartParams: { ${parameters} }\n    template: ${pod()}\n`);

export default defineRule({
  id: 'ray/no-unquoted-start-parameter',
  catalogue: ['ray-startparams-not-string'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A start parameter of Ray is a number or boolean.',
  why: 'The API server refuses the resource: `rayStartParams` takes texts only.',
  remedy: 'Put the value in quotes.',
  references: [
    {
      title: 'Ray on Kubernetes: RayCluster configuration, rayStartParams',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html',
    },
  ],
  messages: { unquoted: 'The start parameter {key} must be a text: "{value}".' },
  fix: 'safe',
  looksAt: [{ view: 'ray/group', path: ['rayStartParams', '*'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || at.node?.type !== 'scalar' || at.node.style !== 'plain') return;
    if (at.number().is !== 'known' && at.boolean().is !== 'known') return;
    const fix = at.fix('safe', 'Put the value in quotes', at.set([], value.value));
    yield { message: 'unquoted', data: { key: at.key, value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'a.yaml',
        text: cluster('num-cpus: «0», block: "true"'),
        fixed: cluster('num-cpus: "0", block: "true"'),
      },
      { path: 'a.yaml', text: cluster('block: «true» '), fixed: cluster('block: "true" ') },
    ],
    good: [
      { path: 'a.yaml', text: cluster('num-cpus: "0", dashboard-host: 0.0.0.0') },
      { path: 'a.yaml', text: cluster("num-cpus: '0', num-gpus: ${GPUS}") },
    ],
  },
});
