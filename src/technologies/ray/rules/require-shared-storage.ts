import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { callsTo } from '../../../shapes/python-script';

const on = (address: string, storage: string): string =>
  `import ray\nfrom ray import tune\nray.init(${address})\nc = tune.RunConfig(name="x"${storage})\n`;

export default defineRule({
  id: 'ray/require-shared-storage',
  catalogue: ['tune-storage-path-local-multinode'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A Tune run on a cluster keeps its results on the local disk of each node.',
  why: 'Since Ray 2.7 nothing is copied to the head any more: on more than one node a trial cannot find its checkpoint again, and Tune stops with an error.',
  remedy: 'Set `storage_path` to a bucket (`gs://…`, `s3://…`) or a file system that all nodes mount.',
  references: [
    {
      title: 'Ray Tune: how to configure persistent storage',
      url: 'https://docs.ray.io/en/latest/tune/tutorials/tune-storage.html',
    },
    {
      title: 'Ray issue 37177: head node syncing is removed',
      url: 'https://github.com/ray-project/ray/issues/37177',
    },
  ],
  messages: {
    missing: 'The run connects to a cluster but keeps its results in ~/ray_results of each node.',
    local: 'The run connects to a cluster but keeps its results in {path} of each node.',
  },
  fix: { none: 'The bucket is known only to the author.' },
  looksAt: [{ view: 'ray/run-settings', path: [] }],
  *check(at): Iterable<Report> {
    if (!at.outer || !connects(at.outer)) return;
    const path = at.text('storage_path');
    if (path.is === 'absent' && !at.has('local_dir')) yield { message: 'missing', span: at.anchor };
    if (path.is !== 'known' || !/^(?:~|\.|\/tmp(?:\/|$)|file:\/\/\/tmp)/.test(path.value)) return;
    yield { message: 'local', data: { path: path.value }, span: path.span };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        message: 'missing',
        text: on('address="auto"', '').replace('tune.RunConfig', '«tune.RunConfig»'),
      },
      {
        path: 'a.py',
        message: 'local',
        text: on('"ray://head:10001"', ', storage_path=«"~/results"», verbose=1'),
      },
      { path: 'a.py', message: 'local', text: on('address="head:6379"', ', storage_path=«"/tmp/results"»') },
    ],
    good: [
      { path: 'a.py', text: on('', ', storage_path="~/results"') },
      { path: 'a.py', text: on('address="local"', '') },
      { path: 'a.py', text: on('address=address', '') },
      { path: 'a.py', text: on('address="auto"', ', storage_path="gs://b/ray"') },
      { path: 'a.py', text: on('address="auto"', ', storage_path=path') },
      { path: 'a.py', text: on('address="auto"', ', local_dir="/tmp/x"') },
      { path: 'a.py', text: on('address="auto"', ', **more') },
    ],
  },
});

/** Whether the script joins a cluster that is there; without an address Ray starts one on this machine. */
function connects(script: NodeView): boolean {
  return callsTo(script, 'ray.init').some((call) => {
    const keyword = call.text('keywords', 'address');
    const address = keyword.is === 'absent' ? call.text('positional', '0') : keyword;
    return (
      address.is === 'known' && address.value !== 'local' && !/localhost|127\.0\.0\.1/.test(address.value)
    );
  });
}
