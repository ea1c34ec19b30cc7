import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { triggersOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-dangerous-trigger',
  catalogue: ['dangerous-trigger'],
  equivalents: ['zizmor:dangerous-triggers'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A workflow runs with secrets on what strangers send.',
  why: "`pull_request_target` and `workflow_run` give a run from a fork the repository's token and secrets.",
  remedy: 'Use `pull_request`, or do nothing in the workflow but labelling and the like.',
  references: [hardening, zizmor('dangerous-triggers')],
  messages: { trigger: "{event} gives runs that strangers start the repository's secrets." },
  fix: { none: 'Which event does what is needed is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    for (const { name, span } of triggersOf(at)) {
      if (['pull_request_target', 'workflow_run'].includes(name))
        yield { message: 'trigger', data: { event: name }, span };
    }
  },
  examples: {
    bad: [
      { path: '.github/workflows/build.yaml', text: 'on: [push, «pull_request_target»]\njobs: {}\n' },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  «workflow_run»: { workflows: [ci] }\njobs: {}\n',
      },
    ],
    good: [{ path: '.github/workflows/build.yaml', text: 'on: [push, pull_request]\njobs: {}\n' }],
  },
});
