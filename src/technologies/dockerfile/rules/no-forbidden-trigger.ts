import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, keywordSpan } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-forbidden-trigger',
  catalogue: ['onbuild-forbidden'],
  equivalents: [
    'hadolint:DL3043',
    'dockerfile-utils:OnbuildChainingDisallowed',
    'dockerfile-utils:OnbuildTriggerDisallowed',
  ],
  severity: 'error',
  certainty: 'certain',
  summary: 'ONBUILD triggers what it may not trigger.',
  why: 'The builder refuses ONBUILD, FROM and MAINTAINER as triggers.',
  remedy: 'Remove it.',
  references: [reference, hadolint('DL3043')],
  messages: { forbidden: 'ONBUILD may not trigger {keyword}.' },
  fix: { none: 'What it was to do is known only to the author.' },
  looksAt: [
    { view: 'dockerfile/instruction', path: [] },
    { view: 'dockerfile/stage', path: ['from'] },
  ],
  *check(at): Iterable<Report> {
    const keyword = keywordOf(at) || 'FROM';
    const isTrigger =
      at.has('onbuild') || /^onbuild\s/i.test(at.document.text.slice(at.span.start, at.span.start + 8));
    if (!isTrigger || !['ONBUILD', 'FROM', 'MAINTAINER'].includes(keyword)) return;
    const start = at.span.start;
    yield {
      message: 'forbidden',
      data: { keyword },
      span: at.has('onbuild') ? keywordSpan(at) : { start, end: start + 7 },
    };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nONBUILD «MAINTAINER» Ann\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nonbuild «onbuild» RUN true\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\n«ONBUILD» FROM debian:11\n' },
    ],
    good: [{ path: 'Dockerfile', text: 'FROM debian:12\nONBUILD RUN true\nMAINTAINER Ann\n' }],
  },
});
