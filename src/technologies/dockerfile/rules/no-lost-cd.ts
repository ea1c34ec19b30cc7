import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { keywordSpan } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-lost-cd',
  catalogue: ['run-cd'],
  equivalents: ['hadolint:DL3003', 'trivy:DS-0013', 'kics:run_command_cd_instead_of_workdir'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A RUN changes the folder and does nothing there.',
  why: 'Each instruction starts in the WORKDIR again: the `cd` is forgotten before the next one.',
  remedy: 'Use WORKDIR.',
  references: [reference, hadolint('DL3003')],
  messages: { lost: 'The folder is forgotten when this RUN ends.' },
  fix: 'review',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const commands = runCommands(at);
    const last = commands.at(-1);
    const [program, folder] = last?.words ?? [];
    if (last?.name !== 'cd' || !program || !folder) return;
    const isAlone = commands.length === 1 && folder.text.startsWith('/') && last.words.length === 2;
    const edits = isAlone
      ? [{ span: { start: keywordSpan(at).start, end: program.span.end }, text: 'WORKDIR' }]
      : undefined;
    yield { message: 'lost', span: program.span, fix: at.fix('review', 'Use WORKDIR', edits) };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN «cd» /app\nRUN make\n',
        fixed: 'FROM python:3.12\nWORKDIR /app\nRUN make\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN make && «cd» /app # next\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN cd /app && make\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR /app\n' },
    ],
  },
});
