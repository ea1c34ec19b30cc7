import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { jobsOf } from '../workflows';

export default defineRule({
  id: 'github-actions/require-permissions',
  catalogue: ['excessive-permissions'],
  equivalents: ['zizmor:excessive-permissions', 'checkov:CKV2_GHA_1'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A workflow does not say what its token may do.',
  why: 'In older repositories the token may then write everything: one bad action pushes code and makes releases.',
  remedy: 'Set `permissions: {}` at the top, and in each job what it needs.',
  references: [hardening, zizmor('excessive-permissions')],
  messages: { missing: 'Job "{name}" leaves its token\'s permissions to the repository.' },
  fix: { none: 'What the job needs is known only to its author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    if (at.has('permissions') || !at.has('jobs')) return;
    for (const job of jobsOf(at)) {
      if (!job.has('permissions') && !job.has('uses'))
        yield { message: 'missing', data: { name: job.key }, span: job.anchor };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  «a»:\n    runs-on: ubuntu-latest\n  b:\n    permissions: {}\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    permissions: { contents: read }\n  b:\n    uses: acme/ci/.github/workflows/a.yml@v1\n',
      },
    ],
  },
});
