import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText } from '../instructions';
import { buildCheck } from '../sources';

export default defineRule({
  id: 'dockerfile/no-reserved-stage-name',
  catalogue: ['reserved-stage-name'],
  equivalents: ['hadolint:DL3063', 'buildkit:ReservedStageName'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A stage has a name that means something else.',
  why: "`scratch` and `context` are the builder's own names: `FROM scratch` stays the empty image, whatever the stage holds.",
  remedy: 'Give the stage another name.',
  references: [buildCheck('reserved-stage-name', 'ReservedStageName')],
  messages: { reserved: '"{name}" is a name of the builder\'s own.' },
  fix: { none: 'References to the stage have to change with it.' },
  looksAt: [{ view: 'dockerfile/stage', path: ['name'] }],
  *check(at): Iterable<Report> {
    const name = rawText(at);
    if (/^(?:scratch|context)$/i.test(name)) yield { message: 'reserved', data: { name }, span: at.span };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12 AS «scratch»\nRUN true\n' },
      { path: 'Dockerfile', text: 'FROM debian:12 AS «Context»\n' },
    ],
    good: [{ path: 'Dockerfile', text: 'FROM scratch AS build\n' }],
  },
});
