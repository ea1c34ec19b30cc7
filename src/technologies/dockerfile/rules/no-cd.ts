import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-cd',
  catalogue: ['run-cd'],
  equivalents: ['hadolint:DL3003', 'trivy:DS-0013', 'kics:run_command_cd_instead_of_workdir'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A RUN changes the folder itself.',
  why: 'Where a command runs is easier to see, and not lost in the next RUN, when WORKDIR says it.',
  remedy: 'Use WORKDIR.',
  references: [bestPractices, hadolint('DL3003')],
  messages: { cd: 'WORKDIR would say where this runs.' },
  fix: { none: 'Later instructions may count on the folder as it is.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const command = runCommands(at).find(({ name, words }) => name === 'cd' && words.length > 1);
    const program = command?.words[0];
    if (program && command !== runCommands(at).at(-1)) yield { message: 'cd', span: program.span };
    else if (program && runCommands(at).at(-1)?.name !== 'cd') yield { message: 'cd', span: program.span };
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM python:3.12\nRUN «cd» /app && make\n' }],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN make -C /app && echo cd /app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN cd && make\n' },
    ],
  },
});
