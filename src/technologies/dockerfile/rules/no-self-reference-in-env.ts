import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordOf, pairsOf } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-self-reference-in-env',
  catalogue: ['env-self-reference'],
  equivalents: ['hadolint:DL3044', 'buildkit:UndefinedVar'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A variable is used in the ENV that sets it.',
  why: 'Within one instruction variables have the values from before it: the new one is not seen yet, and the text is empty.',
  remedy: 'Split the ENV in two.',
  references: [reference, hadolint('DL3044')],
  messages: { same: '"{name}" has no value yet within the ENV that sets it.' },
  fix: { none: 'Which value was meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const seen = new Set<string>();
    for (const instruction of instructionsOf(at, 'ENV', 'ARG')) {
      const pairs = pairsOf(instruction);
      for (const { value } of keywordOf(instruction) === 'ENV' ? pairs : []) {
        const found = pairs.find(
          ({ name }) =>
            !seen.has(name.text) &&
            uses(value ? at.document.text.slice(value.span.start, value.span.end) : '', name.text),
        );
        if (value && found) yield { message: 'same', data: { name: found.name.text }, span: value.span };
      }
      for (const { name } of pairs) seen.add(name.text);
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nENV HOME_DIR=/app DATA=«$HOME_DIR/data» A=b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV A=b B=«"${A}"»\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nENV HOME_DIR=/app\nENV DATA=$HOME_DIR/data\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nARG A=b\nENV A=$A B=${A}\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV PATH=/app:$PATH A=$AB AB_C=d\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV A=b B=\\$A\n' },
    ],
  },
});

const given = new Set([
  'PATH',
  'HOME',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'LD_LIBRARY_PATH',
  'PYTHONPATH',
]);

/** Variables that base images set may well have a value before. */
function uses(text: string, name: string): boolean {
  return !given.has(name) && new RegExp(`(?<!\\\\)\\$(?:${name}(?!\\w)|\\{${name}[}:])`).test(text);
}
