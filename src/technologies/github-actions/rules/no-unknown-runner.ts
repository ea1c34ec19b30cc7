import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-runner',
  catalogue: ['self-hosted-runner'],
  equivalents: ['actionlint:runner-label'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A job asks for a runner that GitHub does not have.',
  why: 'The job waits for a day and is cancelled: the image was retired, or its name is misspelt.',
  remedy: 'Name an image that GitHub runs, such as `ubuntu-24.04`.',
  references: [
    {
      title: 'GitHub: hosted runners',
      url: 'https://docs.github.com/en/actions/reference/runners/github-hosted-runners',
    },
  ],
  messages: { unknown: 'GitHub has no runner "{label}".' },
  fix: { none: 'Which runner fits is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: ['runs-on'] }],
  *check(at): Iterable<Report> {
    const labels = at.node?.type === 'list' ? at.items() : at.node?.type === 'scalar' ? [at] : [];
    if (labels.some((label) => /^self-hosted$/i.test(rawText(label)))) return;
    for (const label of labels) {
      const text = label.text();
      if (text.is !== 'known' || !/^(?:ubuntu|windows|macos)-/i.test(text.value) || hosted.test(text.value))
        continue;
      yield { message: 'unknown', data: { label: text.value }, span: text.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: «ubuntu-18.04» # old\n',
      },
      { path: '.github/workflows/build.yaml', text: 'on: push\njobs:\n  a:\n    runs-on: [«macos-10.15»]\n' },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04-arm\n  b:\n    runs-on: [self-hosted, ubuntu-18.04]\n  c:\n    runs-on: gpu-large\n  d:\n    runs-on: ubuntu-${{ matrix.v }}\n',
      },
    ],
  },
});

// GitHub: hosted runners, November 2026; larger runners are named by their owners.
const hosted =
  /^(?:ubuntu-(?:latest|slim|26\.04|24\.04|22\.04)(?:-arm|-large|-xlarge|-\d+-cores?)?|windows-(?:latest|2025|2025-vs2026|2022|11-arm)(?:-large|-\d+-cores?)?|macos-(?:latest|26|15|14|13)(?:-intel|-large|-xlarge)?|ubuntu-latest-\S+|windows-latest-\S+|macos-latest-\S+)$/i;
