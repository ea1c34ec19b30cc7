import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { minorOf, requirementsOf, versionSpan } from '../packages';
import type { Requirement } from '../packages';
import { builds, lastPaired } from '../torch-builds';

const index = (cuda: string): string => `--extra-index-url https://download.pytorch.org/whl/${cuda}\n`;

export default defineRule({
  id: 'python/no-mismatched-torch',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'PyTorch, its companions and its CUDA index do not fit together.',
  why: 'Each torchvision and torchaudio is built for one torch, and each torch for a few CUDA versions: pip finds no solution, or silently takes a build for another CUDA from PyPI and the GPUs go unused.',
  remedy: 'Take versions and index from one line of the table of previous PyTorch versions.',
  references: [
    { title: 'PyTorch: previous versions', url: 'https://pytorch.org/get-started/previous-versions/' },
    { title: 'torchvision: compatibility', url: 'https://github.com/pytorch/vision#installation' },
  ],
  messages: {
    pair: '{name} {version} is built for torch {wanted}, not {torch}.',
    label: 'torch {version} does not come from the index of {index}.',
    index: 'There is no build of torch {version} for {index}.',
  },
  fix: { none: 'Which of the versions is meant is known only to the author.' },
  looksAt: [{ view: 'python/dependencies', path: [] }],
  *check(at): Iterable<Report> {
    const all = requirementsOf(at);
    const torch = all.find(({ name }) => name === 'torch');
    const minor = minorOf(torch?.version);
    if (!torch || torch.version === undefined || minor?.[0] !== 2) return;
    yield* indexFaults(at, torch, minor[1]);
    for (const companion of all) yield* pairFaults(companion, minor[1], torch.version);
  },
  examples: {
    bad: [
      { path: 'requirements.txt', message: 'pair', text: 'torch==2.5.1\ntorchvision==«0.19.1»  # images\n' },
      { path: 'requirements.txt', message: 'pair', text: 'torchaudio==«2.4.0»\ntorch==2.5.1\n' },
      { path: 'requirements.txt', message: 'label', text: `${index('cu121')}torch==«2.5.1+cu118»\n` },
      { path: 'requirements.txt', message: 'index', text: `${index('cu121')}torch==«2.8.0»\n` },
      {
        path: 'requirements.txt',
        message: 'index',
        text: '-i https://download.pytorch.org/whl/cu128/\ntorch==«2.4.1»\n',
      },
      {
        path: 'pyproject.toml',
        message: 'pair',
        text: '[project]\ndependencies = ["torch==2.0.1", "torchvision==«0.16.0»"]\n',
      },
    ],
    good: [
      {
        path: 'requirements.txt',
        text: `${index('cu124')}torch==2.5.1+cu124\ntorchvision==0.20.1\ntorchaudio==2.5.1\n`,
      },
      { path: 'requirements.txt', text: `${index('cu118')}torch==2.0.1\n` },
      { path: 'requirements.txt', text: `${index('cpu')}torch==2.8.0\n` },
      { path: 'requirements.txt', text: `${index('cu999')}torch==2.99.0\ntorchaudio==2.1.0\n` },
      { path: 'requirements.txt', text: `${index('cu121')}${index('cu128')}torch==2.8.0\n` },
      { path: 'requirements.txt', text: 'torch>=2.5\ntorchvision==0.19.1\n' },
      {
        path: 'requirements.txt',
        text: 'torch==2.0.1\ntorchvision==0.14.1\ntorchaudio==0.13.1\nnumpy==2.4.1\n',
      },
      { path: 'requirements.txt', text: 'torch==2.9.1\ntorchvision==0.19.1\n' },
      { path: 'requirements.txt', text: 'torch==1.13.1\ntorchvision==0.19.1\n' },
    ],
  },
});

function* indexFaults(at: NodeView, torch: Requirement, minor: number): Iterable<Report> {
  const options = at.at('options')?.items() ?? [];
  const used = options.flatMap(
    (option) => /download\.pytorch\.org\/whl\/(cu\d+)\/?$/.exec(known(option.text('value')) ?? '')?.[1] ?? [],
  );
  const [index, ...others] = used;
  const { version = '' } = torch;
  if (index === undefined || others.length > 0) return;
  const label = /\+(cu\d+)$/.exec(version)?.[1];
  const data = { version, index };
  if (label !== undefined && label !== index) yield { message: 'label', data, span: versionSpan(torch) };
  else if (builds[minor] && !builds[minor].includes(index))
    yield { message: 'index', data, span: versionSpan(torch) };
}

/** torchvision 0.(n + 15) and torchaudio 2.n belong to torch 2.n. */
function* pairFaults(companion: Requirement, minor: number, torch: string): Iterable<Report> {
  const own = minorOf(companion.version);
  if (!own || companion.version === undefined || minor > lastPaired) return;
  const { name, version } = companion;
  const wanted =
    name === 'torchvision' && own[0] === 0
      ? own[1] - 15
      : name === 'torchaudio' && own[0] === 2
        ? own[1]
        : minor;
  if (wanted === minor || wanted < 0) return;
  yield {
    message: 'pair',
    data: { name, version, wanted: `2.${wanted}`, torch },
    span: versionSpan(companion),
  };
}
