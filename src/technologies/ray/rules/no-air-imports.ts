import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { callsTo, importsAny, importsOf } from '../../../shapes/python-script';

const tuner = 'from ray import tune\ntune.Tuner(train)\n';

export default defineRule({
  id: 'ray/no-air-imports',
  catalogue: ['tune-air-imports'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A Tune script takes classes or functions from where they no longer belong.',
  why: '`ray.air` is what is left of an abandoned interface. And since Train V2 (the default from Ray 2.51) the classes of `ray.train` no longer fit into Tune: a `ray.train.RunConfig` or `ray.train.report` there ends in an error.',
  remedy:
    'Import `RunConfig`, `CheckpointConfig` and `FailureConfig` from `ray.tune`, and call `tune.report` and `tune.get_checkpoint`.',
  references: [
    {
      title: 'Ray: Train V2 migration, changes to Ray Tune',
      url: 'https://github.com/ray-project/ray/issues/49454',
    },
    { title: 'Ray Tune API', url: 'https://docs.ray.io/en/latest/tune/api/api.html' },
  ],
  messages: {
    air: '{module} is abandoned; import from ray.tune or ray.train.',
    config: 'Tune does not take the {name} of ray.train; it has its own in ray.tune.',
    report: 'ray.train.report fails in a function that Tune runs; call tune.report.',
  },
  fix: 'review',
  looksAt: [{ view: 'ray/tune-script', path: [] }],
  *check(at): Iterable<Report> {
    yield* airImports(at);
    const isTune = callsTo(at, 'ray.tune.Tuner').length > 0;
    if (!isTune || /\b\w*Trainer\b/.test(at.document.text)) return;
    yield* trainConfigs(at);
    for (const call of callsTo(at, 'ray.train.report')) {
      const callee = call.at('callee');
      const written = callee?.text();
      if (!callee || written?.is !== 'known') continue;
      const isDotted = written.value === 'train.report' && importsAny(at.document, ['ray.tune']);
      const fix = isDotted
        ? at.fix('review', 'Call tune.report', [{ span: callee.span, text: 'tune.report' }])
        : undefined;
      yield { message: 'report', span: callee.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        message: 'air',
        text: 'from «ray.air» import RunConfig, FailureConfig  # old\nfrom ray import tune\n',
        fixed: 'from ray.tune import RunConfig, FailureConfig  # old\nfrom ray import tune\n',
      },
      {
        path: 'a.py',
        message: 'air',
        text: 'from «ray.air» import RunConfig, session\nfrom ray import tune\n',
      },
      { path: 'a.py', message: 'air', text: 'import «ray.air.session»\n' },
      { path: 'a.py', message: 'air', text: 'from ray import «air»\n' },
      {
        path: 'a.py',
        message: 'config',
        text: `${tuner}from «ray.train» import RunConfig as R\n`,
        fixed: `${tuner}from ray.tune import RunConfig as R\n`,
      },
      {
        path: 'a.py',
        message: 'config',
        text: `${tuner}from «ray.train» import CheckpointConfig, Checkpoint\n`,
      },
      {
        path: 'a.py',
        message: 'report',
        text: `${tuner}from ray import train\ndef fn(c):\n    «train.report»({"loss": 1}) # now\n`,
        fixed: `${tuner}from ray import train\ndef fn(c):\n    tune.report({"loss": 1}) # now\n`,
      },
      { path: 'a.py', message: 'report', text: `${tuner}import ray.train\n«ray.train.report»({})\n` },
    ],
    good: [
      {
        path: 'a.py',
        text: 'from ray.tune import RunConfig\nfrom ray.air.integrations.wandb import WandbLoggerCallback\n',
      },
      {
        path: 'a.py',
        text: 'from ray import tune\nfrom ray.train import RunConfig\nfrom ray import train\ntrain.report({})\n',
      },
      {
        path: 'a.py',
        text: `${tuner}from ray.train import RunConfig, ScalingConfig\nfrom ray.train.torch import TorchTrainer\n`,
      },
      { path: 'a.py', text: `${tuner}from ray.train import Checkpoint\n` },
      { path: 'a.py', text: 'import ray.airport\n' },
    ],
  },
});

/** What Tune has under the same name; the rest of ray.air and ray.train has gone elsewhere. */
const tuneNames = ['RunConfig', 'CheckpointConfig', 'FailureConfig'];

function* airImports(at: NodeView): Iterable<Report> {
  for (const { module, names, span } of statementsOf(at)) {
    const isWhole = module === 'ray' && names[0]?.name === 'air' && names[0];
    if (isWhole) yield { message: 'air', data: { module: 'ray.air' }, span: isWhole.span };
    if (!/^ray\.air(?:\.|$)/.test(module) || module.startsWith('ray.air.integrations')) continue;
    const canMove =
      module !== 'ray.air.session' &&
      names.every(({ name }) => tuneNames.includes(name ?? '')) &&
      importsAny(at.document, ['ray.tune']);
    const fix = canMove ? at.fix('review', 'Import from ray.tune', [{ span, text: 'ray.tune' }]) : undefined;
    yield { message: 'air', data: { module }, span, fix };
  }
}

function* trainConfigs(at: NodeView): Iterable<Report> {
  for (const { module, names, span } of statementsOf(at)) {
    const wrong = names.find(({ name }) => tuneNames.includes(name ?? ''));
    if (module !== 'ray.train' || !wrong?.name) continue;
    const canMove = names.every(({ name }) => tuneNames.includes(name ?? ''));
    const fix = canMove ? at.fix('review', 'Import from ray.tune', [{ span, text: 'ray.tune' }]) : undefined;
    yield { message: 'config', data: { name: wrong.name }, span, fix };
  }
}

interface Statement {
  readonly module: string;
  readonly span: Span;
  readonly names: readonly { readonly name: string | undefined; readonly span: Span }[];
}

/** Imports by the place of their module, so that each statement is spoken of once. */
function statementsOf(at: NodeView): Iterable<Statement> {
  const found = new Map<
    number,
    { module: string; span: Span; names: { name: string | undefined; span: Span }[] }
  >();
  for (const { module, name, moduleSpan, span } of importsOf(at.document)) {
    const statement = found.get(moduleSpan.start) ?? { module, span: moduleSpan, names: [] };
    statement.names.push({ name, span });
    found.set(moduleSpan.start, statement);
  }
  return found.values();
}
