import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { codeOf, expressionsIn } from '../workflows';

export default defineRule({
  id: 'github-actions/no-expression-in-script',
  catalogue: ['template-injection'],
  equivalents: [
    'zizmor:template-injection',
    'semgrep:run-shell-injection',
    'semgrep:github-script-injection',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An expression becomes part of a script.',
  why: 'It is put in before the shell reads the script: what holds a quote or a dollar breaks it, or runs.',
  remedy: 'Pass it as a variable: `env: NAME: ${{ … }}`, and use `"$NAME"`.',
  references: [
    {
      title: 'GitHub: script injections',
      url: 'https://docs.github.com/en/actions/concepts/security/script-injections',
    },
    zizmor('template-injection'),
  ],
  messages: { expression: 'The value of {path} becomes part of the script.' },
  fix: { none: 'How the value has to be quoted depends on the script.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    for (const code of codeOf(at)) {
      for (const { span, read } of expressionsIn(code)) {
        const path = read.is === 'read' ? read.paths.find((each) => !isHarmless(each)) : undefined;
        if (path) yield { message: 'expression', data: { path: path.join('.') }, span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo «${{ inputs.name }}» end\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo «${{ fromJSON(steps.a.outputs.b).c }}»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.sha }} ${{ secrets.A }} ${{ runner.os }} ${{ 1 == 2 }}\n      - uses: acme/a@v1\n        with: { name: "${{ inputs.name }}" }\n',
      },
    ],
  },
});

const harmless =
  /^(?:secrets\.|runner\.(?:os|arch|name|temp|tool_cache|debug|environment)|strategy\.|job\.(?:status|check_run_id)|github\.(?:sha|run_id|run_number|run_attempt|repository(?:_id|_owner|_owner_id)?|actor_id|event_name|event\.(?:number|(?:pull_request|issue)\.(?:number|id)|after|before|pull_request\.(?:head|base)\.sha)|job|server_url|api_url|graphql_url|workspace|token|retention_days|action_path|ref_type|ref_protected|workflow_sha|triggering_actor)(?:$|\.)|needs\.[^.]+\.result|steps\.[^.]+\.(?:outcome|conclusion))/;

function isHarmless(path: readonly string[]): boolean {
  return harmless.test(path.join('.'));
}
