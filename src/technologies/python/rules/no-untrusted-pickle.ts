import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { callsTo } from '../../../shapes/python-script';
import { fetchers, loaders } from '../pickle-calls';

const torch = (given: string): string => `import torch\nmodel = torch.load(${given})\n`;

export default defineRule({
  id: 'python/no-untrusted-pickle',
  catalogue: ['pickle-load-untrusted'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A file is loaded in a way that runs the code inside it.',
  why: 'A pickle is a program: who can change the file, or the server that it comes from, runs code here with all rights of the process.',
  remedy:
    'Load weights with `weights_only=True`, or as safetensors, ONNX or skops; load pickles only from where only you can write.',
  references: [
    { title: 'Python: pickle is not secure', url: 'https://docs.python.org/3/library/pickle.html' },
    { title: 'PyTorch: torch.load', url: 'https://docs.pytorch.org/docs/stable/generated/torch.load.html' },
  ],
  messages: {
    all: 'weights_only=False runs the code inside the file.',
    byDefault: 'Before PyTorch 2.6 torch.load runs the code inside the file unless weights_only=True.',
    fetched: '{name} runs the code inside a file that was just downloaded.',
  },
  fix: 'review',
  looksAt: [
    { view: 'python/torch-load', path: [] },
    { view: 'python/module', path: [] },
  ],
  check(at): Iterable<Report> {
    return at.context.view.id === 'python/module' ? fetchedPickles(at) : torchLoad(at);
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        message: 'all',
        text: torch('path, «weights_only»=False, map_location="cpu"').replace(
          '«weights_only»=False',
          'weights_only=«False»',
        ),
        fixed: torch('path, weights_only=True, map_location="cpu"'),
      },
      {
        path: 'a.py',
        message: 'byDefault',
        severity: 'info',
        text: torch('path').replace('torch.load', '«torch.load»'),
        fixed: torch('path, weights_only=True'),
      },
      {
        path: 'a.py',
        message: 'fetched',
        text: 'import joblib\nfrom urllib.request import urlretrieve\ndef get(url):\n    urlretrieve(url, "m.pkl")\n    return «joblib.load»("m.pkl")  # model\n',
      },
      {
        path: 'a.py',
        message: 'fetched',
        text: 'import pickle\nimport requests\nm = «pickle.loads»(requests.get(url).content)\n',
      },
    ],
    good: [
      { path: 'a.py', text: torch('path, weights_only=True') },
      { path: 'a.py', text: torch('path, weights_only=flag') },
      { path: 'a.py', text: torch('path, **options') },
      { path: 'a.py', text: 'import joblib\nm = joblib.load("m.pkl")\n' },
      {
        path: 'a.py',
        text: 'import pickle\nimport requests\ndef a():\n    return requests.get(u)\ndef b():\n    return pickle.load(f)\n',
      },
    ],
  },
});

function* torchLoad(at: NodeView): Iterable<Report> {
  const only = at.boolean('weights_only');
  const fix = at.fix('review', 'Load weights only', at.set(['weights_only'], true));
  if (only.is === 'known' && !only.value) yield { message: 'all', span: only.span, fix };
  if (only.is === 'absent') yield { message: 'byDefault', span: only.anchor, severity: 'info', fix };
}

function* fetchedPickles(at: NodeView): Iterable<Report> {
  const places = new Set(callsTo(at, ...fetchers).map((call) => known(call.text('within')) ?? '?'));
  for (const call of callsTo(at, ...loaders)) {
    if (!places.has(known(call.text('within')) ?? '')) continue;
    yield { message: 'fetched', data: { name: known(call.text('resolved')) ?? '' }, span: call.anchor };
  }
}
