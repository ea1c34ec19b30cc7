import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { scanShell } from '../../../formats/dockerfile/shell';
import { zizmor } from '../sources';
import { scriptOf } from '../workflows';

export default defineRule({
  id: 'github-actions/require-pinned-tools',
  catalogue: ['unpinned-tools'],
  equivalents: ['zizmor:unpinned-tools', 'zizmor:adhoc-packages'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A step installs a tool in whatever version is newest.',
  why: "Tomorrow's run has another linter or another torch, and a package that was taken over runs with the job's token.",
  remedy: 'Pin the version, or install from a lock file.',
  references: [zizmor('adhoc-packages')],
  messages: { unpinned: '"{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'github-actions/step', path: ['run'] }],
  *check(at): Iterable<Report> {
    const script = scriptOf(at);
    if (!script) return;
    for (const { words } of scanShell(script.text).commands) {
      const texts = words.map(({ text }) => text);
      const from = installStart(texts);
      if (
        from === undefined ||
        texts.some((text) => /^(?:-r|--requirement|-c|--constraint|--require-hashes)$/.test(text))
      )
        continue;
      for (const word of words.slice(from)) {
        if (word.dynamic || /^-|^\.|^\/|[=<>~@]|:\/\/|\.whl$/.test(word.text)) continue;
        const start = script.start + word.span.start;
        yield {
          message: 'unpinned',
          data: { name: word.text },
          span: { start, end: script.start + word.span.end },
        };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pip install -U «ruff» mypy==1.13.0 # lint\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          cd a\n          npm install -g «pm2»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pip install -r requirements.txt wheel && npm ci && npm install && pip install . "a>=1" $B\n      - run: apt-get install curl\n',
      },
    ],
  },
});

function installStart(texts: readonly string[]): number | undefined {
  const [program = '', second = '', third = ''] = texts;
  if (/^(?:pip\d?|pipx|npm|gem|cargo)$/.test(program) && ['install', 'i', 'add'].includes(second)) return 2;
  if (program === 'uv' && second === 'tool' && third === 'install') return 3;
  if (program === 'uv' && second === 'pip' && third === 'install') return 3;
  return /^python\d?$/.test(program) && second === '-m' && third === 'pip' && texts[3] === 'install'
    ? 4
    : undefined;
}
