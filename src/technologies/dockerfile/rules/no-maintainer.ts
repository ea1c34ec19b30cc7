import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, keywordSpan, rawText } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-maintainer',
  catalogue: ['maintainer-deprecated'],
  equivalents: [
    'hadolint:DL4000',
    'checkov:CKV_DOCKER_6',
    'trivy:DS-0022',
    'kics:maintainer_instruction_being_used',
    'semgrep:maintainer-is-deprecated',
    'sonar:S6586',
    'buildkit:MaintainerDeprecated',
    'dockerfile-utils:DeprecatedMaintainer',
  ],
  severity: 'info',
  certainty: 'certain',
  summary: 'MAINTAINER is deprecated.',
  why: 'Tools read the label `org.opencontainers.image.authors`; builders may drop the instruction.',
  remedy: 'Use LABEL.',
  references: [buildCheck('maintainer-deprecated', 'MaintainerDeprecated'), hadolint('DL4000')],
  messages: { deprecated: 'MAINTAINER is deprecated in favour of a label.' },
  fix: 'safe',
  migration: true,
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'MAINTAINER') return;
    const name = at.at('arguments');
    const text = rawText(name).replace(/^"(.*)"$/, '$1');
    const isPlain = name && !/["\\$\n]/.test(text);
    const span = { start: keywordSpan(at).start, end: name?.span.end ?? 0 };
    const edits = isPlain ? [{ span, text: `LABEL org.opencontainers.image.authors="${text}"` }] : undefined;
    yield { message: 'deprecated', span: keywordSpan(at), fix: at.fix('safe', 'Use a label', edits) };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\n«MAINTAINER» Ann <ann@example.com>\n',
        fixed: 'FROM debian:12\nLABEL org.opencontainers.image.authors="Ann <ann@example.com>"\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\n«maintainer» "Ann"\n',
        fixed: 'FROM debian:12\nLABEL org.opencontainers.image.authors="Ann"\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\n«MAINTAINER» A "B" C\n' },
    ],
    good: [{ path: 'Dockerfile', text: 'FROM debian:12\nLABEL maintainer="ann@example.com"\n' }],
  },
});
