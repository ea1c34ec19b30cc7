import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { known } from '../../../core';
import { beamYaml, yamlSchema } from '../documentation';
import { transformsOf } from '../pipeline';

const chain = (second: string): string =>
  `pipeline:\n  type: chain\n  transforms:\n    - type: Create\n      name: Make\n      config: { elements: [1] }\n    - type: LogForTesting\n${second}`;

export default defineRule({
  id: 'beam/no-explicit-input-in-chain',
  catalogue: ['beam-yaml-chain-explicit-io'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A transform of a chain names its input or output.',
  why: 'Beam refuses the pipeline: in a chain each transform reads the one before it.',
  remedy: 'Remove it, or leave `type: chain` out and name the input of every transform.',
  references: [beamYaml, yamlSchema],
  messages: { explicit: 'A transform of a chain may not have "{key}".' },
  fix: 'review',
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at): Iterable<Report> {
    for (const { at: transform, parents } of transformsOf(at)) {
      const parent = parents[parents.length - 1];
      if (!parent || known(parent.text('type')) !== 'chain' || isExtra(transform)) continue;
      for (const key of ['input', 'output']) {
        const found = transform.at(key);
        if (!found) continue;
        const fix = transform.fix('review', `Remove ${key}`, transform.remove(key));
        yield { message: 'explicit', data: { key }, span: found.anchor, fix };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'log.yaml',
        text: chain('      «input»: Make # from above\n      config: { level: INFO }\n'),
        fixed: chain('      config: { level: INFO }\n'),
      },
      {
        path: 'log.yaml',
        text: `pipeline:\n  type: chain\n  source:\n    type: Create\n    «output»: made\n    config: { elements: [1] }\n  sink:\n    type: LogForTesting\n`,
        fixed: `pipeline:\n  type: chain\n  source:\n    type: Create\n    config: { elements: [1] }\n  sink:\n    type: LogForTesting\n`,
      },
    ],
    good: [
      { path: 'log.yaml', text: chain('') },
      { path: 'log.yaml', text: chain('      input: Make\n').replace('type: chain', 'type: composite') },
      {
        path: 'log.yaml',
        text: `${chain('')}  extra_transforms:\n    - { type: LogForTesting, name: Bad, input: Make }\n`,
      },
    ],
  },
});

/** Extra transforms of a chain stand beside it and must name their input. */
function isExtra(transform: NodeView): boolean {
  return transform.path[transform.path.length - 2] === 'extra_transforms';
}
