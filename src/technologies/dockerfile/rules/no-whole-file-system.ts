import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flagOf, keywordOf, rawText, wordsOf } from '../instructions';
import { bestPractices } from '../sources';

export default defineRule({
  id: 'dockerfile/no-whole-file-system',
  catalogue: ['copy-whole-context'],
  equivalents: ['hadolint:DL3067'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A whole file system is copied from another stage.',
  why: 'What the stage was there to leave behind, compilers, caches and secrets, comes along, and the system of this image is overwritten.',
  remedy: 'Copy the folders that are needed.',
  references: [bestPractices],
  messages: { whole: 'The whole file system of "{from}" is copied.' },
  fix: { none: 'Which folders are needed is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const from = flagOf(at, 'from');
    const words = wordsOf(at);
    const source = words[0];
    // Into an empty image this is a way to join all layers.
    if (
      keywordOf(at) !== 'COPY' ||
      !from ||
      source?.text !== '/' ||
      rawText(at.outer?.at('from', 'image')) === 'scratch'
    )
      return;
    yield { message: 'whole', data: { from: from.text }, span: source.span };
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build «/» /\n' }],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12 AS build\nFROM scratch\nCOPY --from=build / /\n' },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build /app /\nCOPY / /\n',
      },
    ],
  },
});
