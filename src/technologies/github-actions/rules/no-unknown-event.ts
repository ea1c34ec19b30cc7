import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { events } from '../sources';
import { triggersOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-event',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:events', 'actionlint:syntax-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'The workflow waits for an event that does not exist.',
  why: 'GitHub refuses the workflow, or never starts it.',
  remedy: 'Name an event that GitHub sends.',
  references: [events],
  messages: {
    event: 'There is no event "{name}".',
    type: 'Event {event} has no type "{name}".',
    filter: 'Event {event} has no filter "{name}".',
    both: 'Both {name} and {name}-ignore are given, and only one may be.',
  },
  fix: { none: 'Which event was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    for (const { name, span, filters } of triggersOf(at)) {
      if (name === '' || name.includes('${{')) continue;
      if (!eventNames.has(name)) {
        yield { message: 'event', data: { name }, span };
        continue;
      }
      for (const filter of filters?.entries() ?? []) yield* faultsOfFilter(name, filter, filters);
    }
  },
  examples: {
    bad: [
      { path: '.github/workflows/build.yaml', text: 'on: [push, «pullreq»]\njobs: {}\n', message: 'event' },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  «pushes»: { branches: [a] }\njobs: {}\n',
        message: 'event',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  issues: { types: [opened, «created»] }\njobs: {}\n',
        message: 'type',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  pull_request: { types: «open» }\njobs: {}\n',
        message: 'type',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  release: { «tags»: [v1] }\njobs: {}\n',
        message: 'filter',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { paths: [a], «paths-ignore»: [b] }\njobs: {}\n',
        message: 'both',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { branches: [a], paths: [b], tags: [c] }\n  issues: { types: [opened] }\n  pull_request_target: { types: [labeled], branches-ignore: [a] }\n  schedule: [{ cron: "0 3 * * 1" }]\n  workflow_dispatch:\n  merge_group:\n  repository_dispatch: { types: [mine] }\njobs: {}\n',
      },
    ],
  },
});

const words = (text: string): readonly string[] => text.split(' ');

const eventNames = new Set(
  words(
    'branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment fork gollum image_version issue_comment issues label merge_group milestone page_build project project_card project_column public pull_request pull_request_comment pull_request_review pull_request_review_comment pull_request_target push registry_package release repository_dispatch schedule status watch workflow_call workflow_dispatch workflow_run',
  ),
);

const pullTypes = words(
  'assigned unassigned labeled unlabeled opened edited closed reopened synchronize converted_to_draft locked unlocked enqueued dequeued milestoned demilestoned ready_for_review review_requested review_request_removed auto_merge_enabled auto_merge_disabled',
);

/** Types of the events that people filter most. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  issues: words(
    'opened edited deleted transferred pinned unpinned closed reopened assigned unassigned labeled unlabeled locked unlocked milestoned demilestoned typed untyped',
  ),
  issue_comment: words('created edited deleted'),
  pull_request: pullTypes,
  pull_request_target: pullTypes,
  pull_request_review: words('submitted edited dismissed'),
  release: words('published unpublished created edited deleted prereleased released'),
  workflow_run: words('completed requested in_progress'),
  label: words('created edited deleted'),
  discussion_comment: words('created edited deleted'),
  merge_group: words('checks_requested'),
};

const pathEvents = new Set(['push', 'pull_request', 'pull_request_target']);

function* faultsOfFilter(event: string, filter: NodeView, all: NodeView | undefined): Iterable<Report> {
  const name = filter.key;
  const isTags = /^tags(?:-ignore)?$/.test(name);
  const isPlace = /^(?:branches|paths)(?:-ignore)?$/.test(name);
  const takesBranches = pathEvents.has(event) || (event === 'workflow_run' && name.startsWith('branches'));
  if ((isTags && event !== 'push') || (isPlace && !takesBranches && event !== 'merge_group')) {
    yield { message: 'filter', data: { event, name }, span: filter.anchor };
  }
  if (name.endsWith('-ignore') && all?.has(name.replace('-ignore', ''))) {
    yield { message: 'both', data: { name: name.replace('-ignore', '') }, span: filter.anchor };
  }
  const types = name === 'types' ? typesOf[event] : undefined;
  const items = filter.node?.type === 'list' ? filter.items() : [filter];
  for (const item of types ? items : []) {
    const text = item.text();
    if (text.is === 'known' && !types?.includes(text.value))
      yield { message: 'type', data: { event, name: text.value }, span: text.span };
  }
}
