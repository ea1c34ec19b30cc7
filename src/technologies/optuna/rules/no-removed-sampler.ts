import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { importsOf } from '../../../shapes/python-script';
import { script } from '../examples';

const defaults = (sampler: string): string =>
  `defaults:\n  - override hydra/sweeper: optuna\n  - override hydra/sweeper/sampler: ${sampler} # multi\nhydra:\n  sweeper: { n_trials: 20 }\n`;

export default defineRule({
  id: 'optuna/no-removed-sampler',
  catalogue: ['hydra-optuna-motpe'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The study asks for a sampler that Optuna no longer has.',
  why: 'The MOTPE sampler was removed in Optuna 4.0: the script stops with an AttributeError. The Hydra sweeper 1.3 still has it, because it is bound to Optuna 2; later ones refuse it with a ValueError.',
  remedy: 'Use the TPE sampler, which handles several objectives itself.',
  references: [
    {
      title: 'Optuna: samplers',
      url: 'https://optuna.readthedocs.io/en/stable/reference/samplers/index.html',
    },
    { title: 'Hydra: Optuna sweeper', url: 'https://hydra.cc/docs/plugins/optuna_sweeper/' },
  ],
  messages: {
    removed: 'The MOTPE sampler was removed in Optuna 4.0.',
    sweeper: 'The MOTPE sampler was removed in Optuna 4.0; only sweepers bound to Optuna 2 still have it.',
  },
  fix: 'review',
  looksAt: [
    { view: 'optuna/hydra', path: ['defaults', '*', '*'] },
    { view: 'optuna/script', path: [] },
  ],
  check(at): Iterable<Report> {
    return at.path.length === 0 ? inScript(at) : inDefaults(at);
  },
  examples: {
    bad: [
      {
        path: 'conf/config.yaml',
        message: 'sweeper',
        severity: 'warning',
        text: defaults('«motpe»'),
        fixed: defaults('tpe'),
      },
      {
        path: 'a.py',
        message: 'removed',
        text: script('s = optuna.samplers.«MOTPESampler»(seed=1)'),
        fixed: script('s = optuna.samplers.TPESampler(seed=1)'),
      },
      {
        path: 'a.py',
        message: 'removed',
        text: 'from optuna.samplers import TPESampler, «MOTPESampler»\ns = MOTPESampler(seed=1)\n',
      },
    ],
    good: [
      { path: 'conf/config.yaml', text: defaults('tpe') },
      { path: 'conf/config.yaml', text: defaults('${sampler}') },
      { path: 'conf/config.yaml', text: 'defaults:\n  - override hydra/sweeper: optuna\n  - model: motpe\n' },
      { path: 'a.py', text: script('s = optuna.samplers.TPESampler(seed=1)') },
    ],
  },
});

function* inDefaults(at: NodeView): Iterable<Report> {
  const sampler = at.text();
  if (
    !/^override \/?hydra\/sweeper\/sampler$/.test(at.key) ||
    sampler.is !== 'known' ||
    sampler.value !== 'motpe'
  )
    return;
  yield {
    message: 'sweeper',
    severity: 'warning',
    span: sampler.span,
    fix: at.fix('review', 'Use the TPE sampler', at.set([], 'tpe')),
  };
}

function* inScript(at: NodeView): Iterable<Report> {
  const imported = importsOf(at.document).find(
    ({ module, name }) => module === 'optuna.samplers' && name === 'MOTPESampler',
  );
  if (imported) {
    yield { message: 'removed', span: imported.span };
    return;
  }
  for (const call of at.at('byName', 'optuna.samplers.MOTPESampler')?.items() ?? []) {
    const end = call.anchor.end;
    const span = { start: end - 'MOTPESampler'.length, end };
    yield {
      message: 'removed',
      span,
      fix: at.fix('review', 'Use the TPE sampler', [{ span, text: 'TPESampler' }]),
    };
  }
}
