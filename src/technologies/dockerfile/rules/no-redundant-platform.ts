import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText } from '../instructions';
import { buildCheck } from '../sources';

export default defineRule({
  id: 'dockerfile/no-redundant-platform',
  catalogue: ['redundant-target-platform'],
  equivalents: ['hadolint:DL3065', 'buildkit:RedundantTargetPlatform'],
  severity: 'info',
  certainty: 'certain',
  summary: 'A stage names the platform that it has anyway.',
  why: '`$TARGETPLATFORM` is the default; naming it hides that nothing is meant by it.',
  remedy: 'Leave `--platform` out.',
  references: [buildCheck('redundant-target-platform', 'RedundantTargetPlatform')],
  messages: { redundant: '$TARGETPLATFORM is the default.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/stage', path: ['from', 'platform'] }],
  *check(at): Iterable<Report> {
    if (!/^\$\{?TARGETPLATFORM\}?$/.test(rawText(at))) return;
    const start = at.document.text.lastIndexOf('--platform', at.span.start);
    const end =
      at.span.end + (/^[ \t]*/.exec(at.document.text.slice(at.span.end, at.span.end + 50))?.[0].length ?? 0);
    yield {
      message: 'redundant',
      span: at.span,
      fix: at.fix('safe', 'Remove --platform', [{ span: { start, end }, text: '' }]),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM --platform=«$TARGETPLATFORM» golang:1.23 AS base\n',
        fixed: 'FROM golang:1.23 AS base\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM --platform=«${TARGETPLATFORM}» golang:1.23 AS base\n',
        fixed: 'FROM golang:1.23 AS base\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM --platform=$BUILDPLATFORM golang:1.23\n' },
      { path: 'Dockerfile', text: 'FROM --platform=linux/$TARGETPLATFORM golang:1.23\n' },
    ],
  },
});
