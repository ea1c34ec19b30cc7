import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { callsTo, meaningOf } from '../../../shapes/python-script';

const script = (settings: string): string =>
  `from ray import tune\nfrom ray.train.torch import TorchTrainer\ndef drive(c):\n    TorchTrainer(loop).fit()\nt = tune.Tuner(drive, ${settings})\n`;

export default defineRule({
  id: 'ray/require-concurrency-limit',
  catalogue: ['tune-train-v2-no-max-concurrent'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Trials that start their own distributed training are not limited in number.',
  why: 'With Train V2 each trial is a driver that waits for its own workers. When drivers fill the cluster, none gets workers, and all wait for ever.',
  remedy: 'Set `max_concurrent_trials` in `TuneConfig` to the number of trainings that the cluster can hold.',
  references: [
    {
      title: 'Ray: hyperparameter tuning with Ray Train',
      url: 'https://docs.ray.io/en/latest/train/user-guides/hyperparameter-optimization.html',
    },
    { title: 'Ray issue 54305', url: 'https://github.com/ray-project/ray/issues/54305' },
  ],
  messages: {
    unlimited: 'Each trial starts a training of its own, and nothing limits how many run at once.',
  },
  fix: { none: 'How many trainings the cluster can hold is known only to the author.' },
  looksAt: [{ view: 'ray/tune-script', path: [] }],
  *check(at): Iterable<Report> {
    const { text, templated } = at.document;
    if (templated || text.includes('max_concurrent_trials') || !startsTraining(at)) return;
    const [tuner] = callsTo(at, 'ray.tune.Tuner');
    if (!tuner || tuner.has('spread') || /Trainer\(\)$/.test(meaningOf(tuner.at('positional', '0')) ?? ''))
      return;
    yield { message: 'unlimited', span: tuner.anchor };
  },
  examples: {
    bad: [{ path: 'a.py', text: script('param_space=s').replace('tune.Tuner', '«tune.Tuner»') }],
    good: [
      { path: 'a.py', text: script('tune_config=tune.TuneConfig(max_concurrent_trials=2)') },
      { path: 'a.py', text: script('**options') },
      { path: 'a.py', text: script('param_space=s').replace('def drive(c):\n    ', 'trainer = ') },
      { path: 'a.py', text: script('param_space=s').replace('drive,', 'TorchTrainer(loop),') },
      {
        path: 'a.py',
        text: script('param_space=s').replace('t = tune.Tuner(drive, param_space=s)', 'drive({})'),
      },
    ],
  },
});

/** Whether a function of the script starts a distributed training. */
function startsTraining(script: NodeView): boolean {
  const calls = script.at('byName')?.entries() ?? [];
  return calls
    .filter(({ key }) => /^ray\.train\.(?:\w+\.)*\w+Trainer$/.test(key))
    .some((call) => call.items().some((each) => inFunction(each)));
}

function inFunction(call: NodeView): boolean {
  const within = call.text('within');
  return within.is === 'known' && within.value !== '';
}
