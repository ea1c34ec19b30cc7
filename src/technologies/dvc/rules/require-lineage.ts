import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';

const train = (text: string): string => `stages:\n  train:\n    cmd: python train.py\n${text}`;

export default defineRule({
  id: 'dvc/require-lineage',
  catalogue: ['dvc-no-params-or-metrics'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A training stage does not say by which parameters, or how well, it trained.',
  why: 'DVC then does not train again when a parameter changes, and `dvc metrics diff` and `dvc exp show` have nothing to compare: the model has no lineage.',
  remedy: 'List `params` of params.yaml in the stage, and `metrics` here or in the stage that evaluates.',
  references: [
    { title: 'DVC: dvc.yaml', url: 'https://dvc.org/doc/user-guide/project-structure/dvcyaml-files' },
  ],
  messages: {
    params: 'Stage "{name}" trains, but lists no params.',
    metrics: 'Neither stage "{name}" nor another one writes metrics.',
  },
  fix: { none: 'Names of parameters and files are known only to the author.' },
  looksAt: [{ view: 'dvc/pipeline', path: ['stages', '*'] }],
  *check(at): Iterable<Report> {
    const stage = at.at('do') ?? at;
    if (!stage.has('cmd') || !trains(at.key, known(stage.text('cmd')) ?? '')) return;
    const name = at.key;
    if (!stage.has('params')) yield { message: 'params', data: { name }, span: at.anchor };
    else if (isPipeline(at) && !/^\s*metrics:/m.test(at.document.text) && !usesLive(at))
      yield { message: 'metrics', data: { name }, span: at.anchor };
  },
  examples: {
    bad: [
      { path: 'dvc.yaml', message: 'params', text: 'stages:\n  «train»: # fit\n    cmd: python fit.py\n' },
      { path: 'ml/dvc.yaml', message: 'params', text: 'stages:\n  «fit»:\n    cmd: python train.py\n' },
      {
        path: 'dvc.yaml',
        message: 'metrics',
        text: 'stages:\n  prepare: {cmd: python prepare.py}\n  «train»:\n    cmd: python fit.py\n    params: [lr]\n',
      },
    ],
    good: [
      { path: 'dvc.yaml', text: train('    params: [lr]\n    metrics: [m.json]\n') },
      {
        path: 'dvc.yaml',
        text: `${train('    params: [lr]\n')}  evaluate:\n    cmd: python e.py\n    metrics: [m.json]\n`,
      },
      { path: 'dvc.yaml', text: `${train('    params: [lr]\n')}metrics:\n  - m.json\n` },
      { path: 'dvc.yaml', text: train('    params: [lr]\n    deps: [dvclive]\n') },
      {
        path: 'dvc.yaml',
        text: 'stages:\n  train:\n    foreach: [a]\n    do: {cmd: t, params: [lr], metrics: [m]}\nmetrics: [m]\n',
      },
      { path: 'dvc.yaml', text: 'stages:\n  prepare:\n    cmd: python prepare.py\n' },
      { path: 'stages.yaml', text: train('') },
      { path: 'dvc.yaml', text: train('    params: [lr]\n') },
      {
        path: 'dvc.yaml',
        text: 'stages:\n  prepare:\n    cmd: python -m training.prepare data/train.csv\n  constrain:\n    cmd: make\n',
      },
    ],
  },
});

function usesLive(stage: NodeView): boolean {
  return /dvclive/.test(stage.document.text);
}

function trains(name: string, command: string): boolean {
  return /^(?:re)?train/i.test(name) || /\btrain\w*\.py\b|\.train\b|-m train\b/.test(command);
}

/** One stage alone may be one of many files. */
function isPipeline(stage: NodeView): boolean {
  return (stage.document.text.match(/\bcmd:/g) ?? []).length > 1;
}
