import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { callsAny, callsTo, importsOf } from '../../../shapes/python-script';

const script = (body: string): string =>
  `from ray import tune\nfrom ray.tune.schedulers import PopulationBasedTraining\ndef train(c):\n${body}s = PopulationBasedTraining(hyperparam_mutations=m)\n`;

export default defineRule({
  id: 'ray/require-trial-checkpoint',
  catalogue: ['tune-pbt-no-checkpoint'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Population based training without checkpoints cannot copy a good trial.',
  why: 'A weak trial is to go on from the weights of a strong one. Without a checkpoint there are none to copy: the trial begins anew with other hyperparameters, and the population learns nothing.',
  remedy:
    'Report a checkpoint with the metrics, `tune.report(metrics, checkpoint=Checkpoint.from_directory(d))`, and begin from `tune.get_checkpoint()`.',
  references: [
    {
      title: 'Ray Tune: guide to population based training',
      url: 'https://docs.ray.io/en/latest/tune/examples/pbt_guide.html',
    },
    {
      title: 'Ray Tune: checkpoints of trials',
      url: 'https://docs.ray.io/en/latest/tune/tutorials/tune-trial-checkpoints.html',
    },
  ],
  messages: {
    bare: 'The trial reports metrics without a checkpoint, so population based training has no weights to copy.',
  },
  fix: { none: 'What belongs into a checkpoint is known only to the author.' },
  looksAt: [{ view: 'ray/tune-script', path: [] }],
  *check(at): Iterable<Report> {
    if (at.document.templated) return;
    if (!importsOf(at.document).some(({ name }) => name === 'PopulationBasedTraining' || name === 'PB2')) {
      if (!callsAny(at, 'PopulationBasedTraining', 'PB2')) return;
    }
    if (/get_checkpoint|save_checkpoint|load_checkpoint|checkpoint\s*=/.test(at.document.text)) return;
    const [report] = callsTo(at, 'ray.tune.report', 'ray.train.report', 'ray.air.session.report');
    if (!report || report.has('spread') || report.has('positional', '1')) return;
    yield { message: 'bare', span: report.anchor };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script(
          '    for e in r:\n        «tune.report»({"pr_auc": s})  # each epoch\n    tune.report({})\n',
        ),
      },
      {
        path: 'a.py',
        text: 'from ray import tune\n«tune.report»({"a": 1})\nx = tune.schedulers.PopulationBasedTraining()\n',
      },
      {
        path: 'a.py',
        text: 'from ray import train\nfrom ray.tune.schedulers.pb2 import PB2\nPB2(hyperparam_bounds=b)\n«train.report»({"pr_auc": s})\n',
      },
    ],
    good: [
      {
        path: 'a.py',
        text: script('    tune.report({"pr_auc": s}, checkpoint=Checkpoint.from_directory(d))\n'),
      },
      { path: 'a.py', text: script('    tune.report({"pr_auc": s}, saved)\n') },
      { path: 'a.py', text: script('    tune.report({"pr_auc": s}, **more)\n') },
      { path: 'a.py', text: script('    c = tune.get_checkpoint()\n    tune.report({"pr_auc": s})\n') },
      { path: 'a.py', text: script('    pass\n') },
      { path: 'a.py', text: 'from ray import tune\ntune.report({"pr_auc": s})\n' },
      { path: 'a.py', text: `${script('    tune.report({"pr_auc": s})\n')}tune.Tuner(\n` },
    ],
  },
});
