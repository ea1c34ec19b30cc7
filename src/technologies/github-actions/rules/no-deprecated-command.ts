import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { scriptOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-deprecated-command',
  catalogue: ['insecure-commands'],
  equivalents: ['actionlint:deprecated-commands'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A step uses a command that GitHub has switched off or deprecated.',
  why: '`set-env` and `add-path` fail, and `set-output` and `save-state` are to follow: any output that looks like them could change the run.',
  remedy: 'Write to the files: `echo "name=value" >> "$GITHUB_OUTPUT"`.',
  references: [
    {
      title: 'GitHub: deprecating save-state and set-output',
      url: 'https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/',
    },
  ],
  messages: { deprecated: 'The command "{command}" is deprecated.' },
  fix: { none: 'The value has to be written to a file instead.' },
  looksAt: [{ view: 'github-actions/step', path: ['run'] }],
  *check(at): Iterable<Report> {
    const script = scriptOf(at);
    if (!script) return;
    for (const match of script.text.matchAll(/::(set-output|save-state|set-env) +name=|::(add-path)::/g)) {
      const command = match[1] ?? match[2] ?? '';
      const start = script.start + match.index + 2;
      yield { message: 'deprecated', data: { command }, span: { start, end: start + command.length } };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "::«set-output» name=a::b"\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          echo a\n          echo "::«add-path»::/b"\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "::notice::a" >> $GITHUB_OUTPUT; set-output name=a\n',
      },
    ],
  },
});
