import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-self-hosted-runner',
  catalogue: ['self-hosted-runner'],
  equivalents: ['zizmor:self-hosted-runner'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A job runs on a machine of your own.',
  why: 'In a public repository a pull request of a stranger runs there too, and what it leaves behind meets the next job. GPU runners usually are such machines.',
  remedy: 'Use runners that are made for one job and thrown away.',
  references: [hardening, zizmor('self-hosted-runner')],
  messages: { own: 'The job runs on a machine that outlives it.' },
  fix: { none: 'Which runner has the hardware is known only to the team.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const runsOn = at.at('runs-on');
    if (!runsOn) return;
    const labels = runsOn.node?.type === 'list' ? runsOn.items() : [runsOn];
    const own = labels.find((label) => rawText(label) === 'self-hosted') ?? runsOn.at('group');
    const matrix = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(rawText(runsOn))?.[1];
    const listed = matrix === undefined ? [] : (at.at('strategy', 'matrix', matrix)?.items() ?? []);
    const isListed = listed.some(
      (item) =>
        rawText(item) === 'self-hosted' || item.items().some((label) => rawText(label) === 'self-hosted'),
    );
    if (own) yield { message: 'own', span: own.span };
    else if (isListed) yield { message: 'own', span: runsOn.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: [«self-hosted», gpu]\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: «self-hosted» # gpu\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: «${{ matrix.os }}»\n    strategy: { matrix: { os: [self-hosted, ubuntu-latest] } }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: { group: «gpus» }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ${{ matrix.os }}\n    strategy: { matrix: { os: [ubuntu-latest], a: [self-hosted] } }\n',
      },
    ],
  },
});
