import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordSpan, stagesOf } from '../instructions';
import { buildCheck } from '../sources';

export default defineRule({
  id: 'dockerfile/require-consistent-casing',
  catalogue: ['instruction-casing'],
  equivalents: ['sonar:S6476', 'buildkit:ConsistentInstructionCasing', 'dockerfile-utils:InstructionCasing'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Instructions are written in mixed case.',
  why: 'Instructions are found by eye by their capitals; one in another case is overlooked.',
  remedy: 'Write all of them in capitals.',
  references: [buildCheck('consistent-instruction-casing', 'ConsistentInstructionCasing')],
  messages: { casing: '"{keyword}" is not written as most instructions are.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/file', path: [] }],
  *check(at): Iterable<Report> {
    const spans = stagesOf(at).flatMap((stage) => [
      stage.at('from')?.anchor,
      ...instructionsOf(stage).map(keywordSpan),
    ]);
    const words = spans.flatMap((span) =>
      span ? [{ span, text: at.document.text.slice(span.start, span.end) }] : [],
    );
    const lower = words.filter(({ text }) => text === text.toLowerCase()).length;
    const upper = words.filter(({ text }) => text === text.toUpperCase()).length;
    const isLower = lower > upper;
    for (const { span, text } of words) {
      const wanted = isLower ? text.toLowerCase() : text.toUpperCase();
      if (text === wanted || !/^[a-z]+$/i.test(text)) continue;
      yield {
        message: 'casing',
        data: { keyword: text },
        span,
        fix: at.fix('safe', `Write ${wanted}`, [{ span, text: wanted }]),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\n«run» true\nCMD ["a"]\n',
        fixed: 'FROM debian:12\nRUN true\nCMD ["a"]\n',
      },
      { path: 'Dockerfile', text: 'from debian:12\n«Run» true\n', fixed: 'from debian:12\nrun true\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN true\n' },
      { path: 'Dockerfile', text: 'from debian:12\nrun true\n' },
    ],
  },
});
