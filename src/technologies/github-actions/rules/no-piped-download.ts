import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { scanShell } from '../../../formats/dockerfile/shell';
import { hardening } from '../sources';
import { scriptOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-piped-download',
  catalogue: ['curl-pipe-shell'],
  equivalents: ['semgrep:curl-eval', 'checkov:CKV_GHA_3'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A step runs what an address serves, unseen.',
  why: "Who takes over the server, or the name, runs code with the job's token and secrets.",
  remedy: 'Fetch a fixed version, check its checksum, then run it.',
  references: [hardening],
  messages: {
    piped: 'What this address serves is run unseen.',
    evaluated: 'What curl fetches is run unseen.',
  },
  fix: { none: 'The checksum of what was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/step', path: ['run'] }],
  *check(at): Iterable<Report> {
    const script = scriptOf(at);
    if (!script) return;
    const { commands, substitutions } = scanShell(script.text);
    for (const [index, { name, operator }] of commands.entries()) {
      const next = commands[index + 1];
      const runner = next?.name?.text === 'sudo' ? next.words[1]?.text : next?.name?.text;
      if (
        !name ||
        !/^(?:curl|wget)$/.test(name.text) ||
        operator !== '|' ||
        !/^(?:\/bin\/)?(?:ba|z|da)?sh$|^python\d?$/.test(runner ?? '')
      )
        continue;
      yield {
        message: 'piped',
        span: { start: script.start + name.span.start, end: script.start + name.span.end },
      };
    }
    for (const { name, words } of commands) {
      const isEval =
        name && (name.text === 'eval' || (/^(?:ba|z)?sh$/.test(name.text) && words[1]?.text === '-c'));
      if (isEval && substitutions.some((inner) => /^(?:curl|wget)$/.test(inner.name?.text ?? ''))) {
        yield {
          message: 'evaluated',
          span: { start: script.start + name.span.start, end: script.start + name.span.end },
        };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: «curl» -sSL https://example.com/install | sudo bash -s -- -y\n',
        message: 'piped',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          cd a\n          «wget» -qO- https://example.com/a | python3 -\n',
        message: 'piped',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: «eval» "$(curl https://example.com/a)"\n',
        message: 'evaluated',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: curl https://example.com/a | tar -xz && curl https://example.com/a > b; bash b\n      - run: eval "$(ssh-agent)"\n',
      },
    ],
  },
});
