import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { syntax } from '../sources';
import { rawText, stepsOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-shell',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:shell-name'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A step asks for a shell that is not there.',
  why: 'GitHub refuses names that it does not know, and a shell of another system is not found when the step starts.',
  remedy: 'Use bash, sh, pwsh or python, or a command with `{0}`.',
  references: [syntax],
  messages: { unknown: 'There is no shell "{name}".', elsewhere: 'Shell {name} is not there on {system}.' },
  fix: { none: 'Which shell the script is written for is known only to its author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const system = /^(ubuntu|macos|windows)-/i.exec(rawText(at.at('runs-on')))?.[1]?.toLowerCase();
    const shells = [at.at('defaults', 'run', 'shell'), ...stepsOf(at).map((step) => step.at('shell'))];
    for (const shell of shells) {
      const name = shell?.text();
      if (name?.is !== 'known' || name.value.includes('{0}') || /\s/.test(name.value)) continue;
      const data = { name: name.value, system: system ?? '' };
      if (!/^(?:bash|sh|pwsh|python|cmd|powershell)$/i.test(name.value))
        yield { message: 'unknown', data, span: name.span };
      else if (system === 'windows' ? name.value === 'sh' : system && /^(?:cmd|powershell)$/.test(name.value))
        yield { message: 'elsewhere', data, span: name.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - { run: a, shell: «dash», name: b }\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    defaults: { run: { shell: «fish» } }\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - { run: a, shell: «powershell» }\n',
        message: 'elsewhere',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: windows-2022\n    steps:\n      - { run: a, shell: «sh» }\n',
        message: 'elsewhere',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - { run: a, shell: "perl {0}" }\n      - { run: a, shell: bash }\n      - { run: a, shell: sh }\n      - { run: a, shell: "${{ matrix.shell }}" }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: windows-latest\n    steps:\n      - { run: a, shell: powershell }\n  b:\n    runs-on: ${{ matrix.os }}\n    steps:\n      - { run: a, shell: cmd }\n',
      },
    ],
  },
});
