import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { insertBehind } from '../instructions';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-wget-progress',
  catalogue: ['wget-progress'],
  equivalents: ['hadolint:DL3047'],
  severity: 'info',
  certainty: 'likely',
  summary: "wget fills the build's log with its progress.",
  why: 'A model of gigabytes leaves hundreds of thousands of lines, in which the error is not found.',
  remedy: 'Add `--progress=dot:giga`, or `-q`.',
  references: [hadolint('DL3047')],
  messages: { progress: 'wget fills the log with its progress.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const [program] = command.words;
      if (command.name !== 'wget' || !program || command.words.length < 2) continue;
      if (
        hasOption(
          command,
          '--progress',
          '-q',
          '--quiet',
          '-nv',
          '--no-verbose',
          '-o',
          '--output-file',
          '-a',
          '--append-output',
          '--version',
          '--help',
        )
      )
        continue;
      yield {
        message: 'progress',
        span: program.span,
        fix: at.fix('safe', 'Show dots', insertBehind(program, ' --progress=dot:giga')),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN «wget» https://example.com/model.bin\n',
        fixed: 'FROM debian:12\nRUN wget --progress=dot:giga https://example.com/model.bin\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN wget -q https://example.com/a && wget -nv https://example.com/b && wget --progress=dot:mega https://example.com/c\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get install -y wget && curl https://example.com/a\n',
      },
    ],
  },
});
