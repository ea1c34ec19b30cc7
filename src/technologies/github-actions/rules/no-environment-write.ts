import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { hasTrigger, scriptOf, workflowOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-environment-write',
  catalogue: ['github-env-write'],
  equivalents: ['zizmor:github-env'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A privileged workflow writes to the environment of later steps.',
  why: "What a stranger sent may hold a line break: then `LD_PRELOAD=…` is set for every later step, with the repository's secrets.",
  remedy: 'Write to `$GITHUB_OUTPUT`, or check the value before.',
  references: [zizmor('github-env')],
  messages: { write: 'What is written to {file} becomes the environment of later steps.' },
  fix: { none: 'Which later steps count on the variable is known only to the author.' },
  looksAt: [{ view: 'github-actions/step', path: ['run'] }],
  *check(at): Iterable<Report> {
    const workflow = workflowOf(at);
    if (workflow.has('jobs') && !hasTrigger(workflow, 'pull_request_target', 'workflow_run')) return;
    if (!workflow.has('jobs')) return;
    const script = scriptOf(at);
    if (!script) return;
    for (const match of script.text.matchAll(
      /(?:>>?|tee(?:\s+-a)?)\s*["']?\$(?:\{|env:)?(GITHUB_ENV|GITHUB_PATH)\b/g,
    )) {
      const file = match[1] ?? '';
      const start = script.start + match.index + match[0].length - file.length;
      yield { message: 'write', data: { file }, span: { start, end: start + file.length } };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "A=$TITLE" >> "$«GITHUB_ENV»" && b\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: workflow_run\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          cat a\n          echo b | tee -a ${«GITHUB_PATH»}\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "A=b" >> "$GITHUB_ENV"\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "A=b" >> "$GITHUB_OUTPUT"; echo $GITHUB_ENV\n',
      },
    ],
  },
});
