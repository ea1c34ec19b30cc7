import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-write-all',
  catalogue: ['excessive-permissions'],
  equivalents: ['zizmor:excessive-permissions', 'checkov:CKV2_GHA_1'],
  severity: 'warning',
  certainty: 'likely',
  summary: "The workflow's token may write everything.",
  why: 'One bad action pushes code, makes releases and approves pull requests.',
  remedy: 'Name the permissions that are needed, in the job that needs them.',
  references: [hardening, zizmor('excessive-permissions')],
  messages: { all: 'The token may write everything.' },
  fix: { none: 'What the jobs need is known only to their author.' },
  looksAt: [
    { view: 'github-actions/workflow', path: ['permissions'] },
    { view: 'github-actions/job', path: ['permissions'] },
  ],
  *check(at): Iterable<Report> {
    if (rawText(at) === 'write-all') yield { message: 'all', span: at.span };
  },
  examples: {
    bad: [
      { path: '.github/workflows/build.yaml', text: 'on: push\npermissions: «write-all» # easy\njobs: {}\n' },
      { path: '.github/workflows/build.yaml', text: 'on: push\njobs:\n  a:\n    permissions: «write-all»\n' },
    ],
    good: [{ path: '.github/workflows/build.yaml', text: 'on: push\npermissions: read-all\njobs: {}\n' }],
  },
});
