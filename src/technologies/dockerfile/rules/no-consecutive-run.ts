import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordOf, keywordSpan, rawText } from '../instructions';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-consecutive-run',
  catalogue: ['consecutive-run'],
  equivalents: ['hadolint:DL3059', 'kics:multiple_run_add_copy_instructions_listed', 'sonar:S7031'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Two RUN instructions stand one after the other.',
  why: 'Each makes a layer: what one leaves and the other removes stays in the image. Separate ones are better for the cache, though.',
  remedy: 'Join them with `&&`, or with a here-document.',
  references: [hadolint('DL3059')],
  messages: { consecutive: 'This RUN could be one with the one before.' },
  fix: { none: 'Which of them are better cached apart is for the author to say.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const all = instructionsOf(at);
    for (const [index, instruction] of all.entries()) {
      const before = all[index - 1];
      if (!before || keywordOf(instruction) !== 'RUN' || keywordOf(before) !== 'RUN') continue;
      if (rawText(instruction.at('form')) === 'exec' || instruction.has('heredocs')) continue;
      if (instruction.has('flags') || before.has('flags')) continue;
      yield { message: 'consecutive', span: keywordSpan(instruction) };
    }
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM debian:12\nRUN a\n«RUN» b # two\n' }],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN a\nCOPY b c\nRUN b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN a\nRUN --mount=type=cache,target=/c b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN a\nRUN ["b"]\n' },
    ],
  },
});
