import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { callsTo, importsAny, meaningOf } from '../../../shapes/python-script';

const script = (start: string, use = 'model.to("cuda")'): string =>
  `import torch\nfrom ray import tune\ndef train(c):\n    ${use}\n${start}\n`;

export default defineRule({
  id: 'ray/require-trial-resources',
  catalogue: ['tune-gpu-without-fraction'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Trials that want a GPU are given none.',
  why: 'Unless told, Tune gives each trial one CPU and no GPU and hides all cards from it: the training falls back to the CPU, or fails at the first `.cuda()`.',
  remedy: 'Wrap the trainable: `tune.with_resources(train, {"cpu": 2, "gpu": 0.5})`.',
  references: [
    {
      title: 'Ray Tune: resources of trials',
      url: 'https://docs.ray.io/en/latest/tune/tutorials/tune-resources.html',
    },
  ],
  messages: { hidden: 'The trials use CUDA, but Tune gives them no GPU.' },
  fix: { none: 'How many trials share a card is known only to the author.' },
  looksAt: [{ view: 'ray/tune-script', path: [] }],
  *check(at): Iterable<Report> {
    const { text, templated } = at.document;
    if (templated || !importsAny(at.document, ['torch', 'tensorflow', 'jax']) || !/\bcuda\b/.test(text))
      return;
    if (
      /with_resources|ScalingConfig|resources_per_trial|PlacementGroupFactory|default_resource_request/.test(
        text,
      )
    )
      return;
    for (const call of callsTo(at, 'ray.tune.Tuner')) {
      if (/Trainer\(\)$/.test(meaningOf(call.at('positional', '0')) ?? '')) continue;
      yield { message: 'hidden', span: call.anchor };
    }
  },
  examples: {
    bad: [
      { path: 'a.py', text: script('t = «tune.Tuner»(train, param_space=space)') },
      { path: 'a.py', text: script('t = «tune.Tuner»(train)', 'model.cuda()') },
    ],
    good: [
      { path: 'a.py', text: script('t = tune.Tuner(tune.with_resources(train, {"cpu": 2, "gpu": 0.5}))') },
      { path: 'a.py', text: script('t = tune.Tuner(train)', 'model.train()') },
      { path: 'a.py', text: script('t = tune.Tuner(train)').replace('import torch', 'import sklearn') },
      { path: 'a.py', text: script('t = tune.Tuner(TorchTrainer(train))') },
      { path: 'a.py', text: script('t = tune.Tuner(train) + (') },
    ],
  },
});
