import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-insecure-commands',
  catalogue: ['insecure-commands'],
  equivalents: [
    'zizmor:insecure-commands',
    'kics:unsecured_commands',
    'semgrep:allowed-unsecure-commands',
    'checkov:CKV_GHA_1',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: "Commands in a step's output may set variables again.",
  why: 'Whatever a program prints may then change the environment of later steps: a line in a log becomes a way in.',
  remedy: 'Remove it, and write to `$GITHUB_ENV` and `$GITHUB_PATH`.',
  references: [zizmor('insecure-commands'), hardening],
  messages: { insecure: 'Any output may set variables of later steps.' },
  fix: 'review',
  looksAt: [
    { view: 'github-actions/workflow', path: ['env', 'ACTIONS_ALLOW_UNSECURE_COMMANDS'] },
    { view: 'github-actions/job', path: ['env', 'ACTIONS_ALLOW_UNSECURE_COMMANDS'] },
    { view: 'github-actions/step', path: ['env', 'ACTIONS_ALLOW_UNSECURE_COMMANDS'] },
  ],
  *check(at): Iterable<Report> {
    if (!/^(?:true|1|yes|on)$/i.test(rawText(at))) return;
    yield { message: 'insecure', span: at.anchor, fix: at.fix('review', 'Remove it', at.remove()) };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  «ACTIONS_ALLOW_UNSECURE_COMMANDS»: true # old\n  A: b\njobs: {}\n',
        fixed: 'on: push\nenv:\n  A: b\njobs: {}\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        env: { A: b, «ACTIONS_ALLOW_UNSECURE_COMMANDS»: "true" }\n',
        fixed:
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        env: { A: b }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: false\n  ALLOW_UNSECURE_COMMANDS: true\njobs: {}\n',
      },
    ],
  },
});
