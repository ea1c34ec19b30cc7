import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-invalid-permission',
  catalogue: ['excessive-permissions', 'workflow-syntax'],
  equivalents: ['actionlint:permissions'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A permission or its level does not exist.',
  why: 'GitHub refuses the workflow.',
  remedy: 'Use a scope and a level that GitHub knows.',
  references: [
    {
      title: 'GitHub: permissions of the token',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    },
  ],
  messages: {
    scope: 'There is no permission "{value}".',
    level: 'Permission {scope} has no level "{value}".',
    all: '"{value}" is none of read-all, write-all and {}.',
  },
  fix: { none: 'Which permission was meant is known only to the author.' },
  looksAt: [
    { view: 'github-actions/workflow', path: ['permissions'] },
    { view: 'github-actions/job', path: ['permissions'] },
  ],
  *check(at): Iterable<Report> {
    if (at.node?.type === 'scalar' && !at.isUnknown()) {
      const value = rawText(at);
      if (!['read-all', 'write-all'].includes(value))
        yield { message: 'all', data: { value }, span: at.span };
    }
    for (const scope of at.entries()) {
      const levels = permissionLevels(scope.key);
      const value = rawText(scope);
      if (!levels) yield { message: 'scope', data: { value: scope.key }, span: scope.anchor };
      else if (!scope.isUnknown() && !levels.includes(value))
        yield { message: 'level', data: { scope: scope.key, value }, span: scope.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions:\n  «check»: write # checks\njobs: {}\n',
        message: 'scope',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    permissions: { contents: «readable», issues: none }\n',
        message: 'level',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: { id-token: «read», models: read }\njobs: {}\n',
        message: 'level',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: «write» # all\njobs: {}\n',
        message: 'all',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\npermissions: { contents: read, id-token: write, models: read, actions: none }\njobs: {}\n',
      },
      { path: '.github/workflows/build.yaml', text: 'on: push\npermissions: read-all\njobs: {}\n' },
      { path: '.github/workflows/build.yaml', text: 'on: push\npermissions:\njobs: {}\n' },
    ],
  },
});

const scopes = new Set(
  'actions artifact-metadata attestations checks contents deployments discussions id-token issues models packages pages pull-requests repository-projects security-events statuses'.split(
    ' ',
  ),
);

function permissionLevels(scope: string): readonly string[] | undefined {
  if (!scopes.has(scope)) return undefined;
  if (scope === 'id-token') return ['write', 'none'];
  return scope === 'models' ? ['read', 'none'] : ['read', 'write', 'none'];
}
