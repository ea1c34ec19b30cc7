import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-workflow-write-permission',
  catalogue: ['excessive-permissions'],
  equivalents: ['zizmor:excessive-permissions'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Every job of the workflow may write.',
  why: "A right that one job needs is given to all, to the test job that runs strangers' code as well.",
  remedy: 'Give it in the job that needs it.',
  references: [hardening, zizmor('excessive-permissions')],
  messages: { write: 'Every job gets "{scope}: write".', read: 'Every job may read everything.' },
  fix: { none: 'Which job needs it is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: ['permissions'] }],
  *check(at): Iterable<Report> {
    if (rawText(at) === 'read-all') yield { message: 'read', span: at.span };
    const jobs = at.document.root ? 2 : 0;
    for (const scope of jobs > 0 ? at.entries() : []) {
      if (rawText(scope) === 'write')
        yield { message: 'write', data: { scope: scope.key }, span: scope.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: { contents: «write», issues: read }\njobs: {}\n',
        message: 'write',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: «read-all» # all\njobs: {}\n',
        message: 'read',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: { contents: read }\njobs:\n  a:\n    permissions: { contents: write }\n',
      },
    ],
  },
});
