import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { instructionsOf, keywordOf, keywordSpan, wordsOf } from '../instructions';
import { reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-consecutive-copy',
  catalogue: ['consecutive-run'],
  equivalents: ['kics:multiple_run_add_copy_instructions_listed', 'sonar:S7031'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Several COPY instructions put files into the same folder.',
  why: 'Each makes a layer that pulls have to ask for.',
  remedy: 'Name all sources in one COPY.',
  references: [reference],
  messages: { consecutive: 'The next {keyword} copies to the same folder.' },
  fix: { none: 'Which of them are better cached apart is for the author to say.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const all = instructionsOf(at);
    for (const [index, instruction] of all.entries()) {
      const next = all[index + 1];
      const before = all[index - 1];
      if (!next || !copiesLike(instruction, next) || (before && copiesLike(before, instruction))) continue;
      yield { message: 'consecutive', data: { keyword: keywordOf(next) }, span: keywordSpan(instruction) };
    }
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM debian:12\n«COPY» a ./\nCOPY b ./\nCOPY c ./\n' }],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nCOPY a ./\nCOPY b ./lib/\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nCOPY a ./\nADD b ./\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nCOPY --chown=a a ./\nCOPY b ./\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN a ./\nRUN b ./\n' },
    ],
  },
});

function copiesLike(first: NodeView, second: NodeView): boolean {
  const keyword = keywordOf(first);
  if (!['COPY', 'ADD'].includes(keyword) || keywordOf(second) !== keyword) return false;
  if (first.has('flags') || second.has('flags')) return false;
  return wordsOf(first).at(-1)?.text === wordsOf(second).at(-1)?.text;
}
