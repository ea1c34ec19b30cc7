import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: 'ray/no-local-dir',
  catalogue: ['tune-local-dir'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Results are directed by the removed setting local_dir.',
  why: 'Ray 2.7 and later stop with an error: `local_dir` was replaced by `storage_path`.',
  remedy: 'Write `storage_path`.',
  references: [
    {
      title: 'Ray Tune: RunConfig',
      url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.RunConfig.html',
    },
  ],
  messages: { removed: 'local_dir was removed from Ray; storage_path takes its place.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'ray/run-settings', path: ['local_dir'] }],
  *check(at): Iterable<Report> {
    const fix = at.fix('review', 'Rename local_dir to storage_path', at.rename([], 'storage_path'));
    yield { message: 'removed', span: at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: "from ray import tune\nc = tune.RunConfig(name='x', «local_dir»='/mnt/r', verbose=1)\n",
        fixed: "from ray import tune\nc = tune.RunConfig(name='x', storage_path='/mnt/r', verbose=1)\n",
      },
      {
        path: 'a.py',
        text: 'from ray import tune\ntune.run(f, «local_dir»=path)\n',
        fixed: 'from ray import tune\ntune.run(f, storage_path=path)\n',
      },
      {
        path: 'tune.yaml',
        text: 'kind: RayTuneConfig\nrun_config:\n  «local_dir»: /mnt/r # here\n',
        fixed: 'kind: RayTuneConfig\nrun_config:\n  storage_path: /mnt/r # here\n',
      },
    ],
    good: [
      { path: 'a.py', text: "from ray.tune import RunConfig\nRunConfig(storage_path='/mnt/r')\n" },
      { path: 'a.py', text: "import ray\nfrom mine import RunConfig\nRunConfig(local_dir='/mnt/r')\n" },
      { path: 'tune.yaml', text: 'kind: RayTuneConfig\nrun_config: { storage_path: /mnt/r }\n' },
    ],
  },
});
