import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { instructionsOf } from '../instructions';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-wget-and-curl',
  catalogue: ['wget-and-curl'],
  equivalents: [
    'hadolint:DL4001',
    'trivy:DS-0014',
    'kics:run_using_wget_and_curl',
    'semgrep:use-either-wget-or-curl',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A stage downloads with both wget and curl.',
  why: 'Two tools for one thing make the image larger and are two to watch for holes.',
  remedy: 'Keep to one of them.',
  references: [hadolint('DL4001')],
  messages: { both: 'This stage uses both wget and curl.' },
  fix: { none: 'Options of the two differ.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const uses = instructionsOf(at, 'RUN')
      .flatMap(runCommands)
      .filter(({ name }) => name === 'wget' || name === 'curl');
    const second = uses.find(({ name }) => name !== uses[0]?.name);
    const program = second?.words[0];
    if (program) yield { message: 'both', span: program.span };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN wget https://example.com/a\nRUN «curl» https://example.com/b\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12 AS a\nRUN wget https://example.com/a\nFROM debian:12\nRUN curl https://example.com/b\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN curl https://example.com/wget && curl https://example.com/b\n',
      },
    ],
  },
});
