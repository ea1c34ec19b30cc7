import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-constant-platform',
  catalogue: ['from-platform-const'],
  equivalents: [
    'hadolint:DL3029',
    'kics:using_platform_with_from',
    'semgrep:avoid-platform-with-from',
    'buildkit:FromPlatformFlagConstDisallowed',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A stage is built for one architecture only.',
  why: 'On another machine, or for another target, the image is emulated or does not run at all.',
  remedy: 'Leave `--platform` out, or use `$BUILDPLATFORM`.',
  references: [
    buildCheck('from-platform-flag-const-disallowed', 'FromPlatformFlagConstDisallowed'),
    hadolint('DL3029'),
  ],
  messages: { constant: 'Platform {platform} is fixed in the file.' },
  fix: 'review',
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const flag = at.at('from', 'platform');
    const platform = rawText(flag);
    if (!flag || platform.includes('$') || platform === '') return;
    // A stage that is named after its platform means it.
    const [system = '', architecture = system] = platform.split('/');
    const alias = rawText(at.at('name'));
    if (alias !== '' && (alias.includes(architecture) || alias.includes(system))) return;
    const { span } = flag;
    const start = at.document.text.lastIndexOf('--platform', span.start);
    const end = span.end + (/^\s*/.exec(at.document.text.slice(span.end, span.end + 50))?.[0].length ?? 0);
    yield {
      message: 'constant',
      data: { platform },
      span,
      fix: at.fix('review', 'Remove --platform', [{ span: { start, end }, text: '' }]),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM --platform=«linux/amd64» nvcr.io/nvidia/cuda:12.6.0 AS base\n',
        fixed: 'FROM nvcr.io/nvidia/cuda:12.6.0 AS base\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM --platform=$BUILDPLATFORM golang:1.23\n' },
      { path: 'Dockerfile', text: 'FROM golang:1.23\n' },
      {
        path: 'Dockerfile',
        text: 'FROM --platform=linux/amd64 golang:1.23 AS build-amd64\nFROM --platform=linux/arm64 golang:1.23 AS linux\n',
      },
    ],
  },
});
