import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: 'ray/no-tune-run',
  catalogue: ['tune-run-legacy'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The experiment is started by the old function tune.run.',
  why: '`tune.run` takes what belongs together as some forty loose arguments, gives another result object than the guides, and gets no new features.',
  remedy:
    'Write `tune.Tuner(trainable, tune_config=tune.TuneConfig(...), run_config=tune.RunConfig(...)).fit()`.',
  references: [
    { title: 'Ray Tune: Tuner', url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.Tuner.html' },
    { title: 'Ray Tune: getting started', url: 'https://docs.ray.io/en/latest/tune/getting-started.html' },
  ],
  messages: { old: 'tune.run is the old way to start an experiment; tune.Tuner is the current one.' },
  fix: { none: 'The arguments are spread over three objects, and the result is another one.' },
  looksAt: [{ view: 'ray/tune-script', path: ['byName', 'ray.tune.run', '*', 'callee'] }],
  *check(at): Iterable<Report> {
    yield { message: 'old', span: at.span };
  },
  examples: {
    bad: [
      { path: 'tune_it.py', text: 'from ray import tune\nresult = «tune.run»(train_fn, num_samples=8)\n' },
      { path: 'tune_it.py', text: 'import ray.tune as rt\n«rt.run»(train_fn, **options)\n' },
    ],
    good: [
      {
        path: 'tune_it.py',
        text: 'from ray import tune\ntune.Tuner(train_fn, tune_config=tune.TuneConfig(num_samples=8)).fit()\n',
      },
      { path: 'tune_it.py', text: 'import ray\nfrom mine import tune\ntune.run(train_fn)\n' },
    ],
  },
});
