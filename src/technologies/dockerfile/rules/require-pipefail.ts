import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { instructionsOf, keywordOf, rawText } from '../instructions';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pipefail',
  catalogue: ['pipefail-missing'],
  equivalents: ['hadolint:DL4006', 'kics:shell_running_a_pipe_without_pipefail_flag', 'semgrep:set-pipefail'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A build goes on after a part of a pipe failed.',
  why: 'Only the last command of a pipe counts: when a download breaks, `tar` gets nothing and the layer is kept as good.',
  remedy: 'Set `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` before it.',
  references: [hadolint('DL4006')],
  messages: { missing: 'A failure before the last part of this pipe is not noticed.' },
  fix: { none: 'Which shell the image has is not told in the file.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    let isSafe = false;
    for (const instruction of instructionsOf(at)) {
      if (keywordOf(instruction) === 'SHELL')
        isSafe = /pipefail|pwsh|powershell|cmd(?:\.exe)?"/i.test(rawText(instruction.at('arguments')));
      const commands = runCommands(instruction);
      const pipe = commands.find(({ operator }) => operator === '|');
      if (isSafe || !pipe || rawText(instruction.at('form')) === 'exec') continue;
      const sets = commands.some(
        ({ name, words }) =>
          /^(?:set|pwsh|powershell)$/.test(name) &&
          (name !== 'set' || words.some(({ text }) => text === 'pipefail')),
      );
      const [program] = pipe.words;
      if (!sets && program) yield { message: 'missing', span: program.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN «curl» https://example.com/a.tgz | tar -xz\n' },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nSHELL ["/bin/sh", "-c"]\nRUN «cat» a | sort # all\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN cat a | sort\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN set -o pipefail && cat a | sort\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN cat a || sort\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN pwsh a | sort\n' },
    ],
  },
});
