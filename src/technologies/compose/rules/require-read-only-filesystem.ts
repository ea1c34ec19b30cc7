import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/require-read-only-filesystem',
  catalogue: ['writable-filesystem'],
  equivalents: ['semgrep:writable-filesystem-service'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service can change its own programs.',
  why: "Who gets into the process can put a tool into the container's file system and start it.",
  remedy: 'Set `read_only: true`, and `tmpfs` where the program writes.',
  references: [services],
  messages: { writable: 'Service "{name}" can write to its root file system.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const readOnly = at.boolean('read_only');
    if (
      isExtended(at) ||
      readOnly.is === 'unknown' ||
      readOnly.is === 'invalid' ||
      (readOnly.is === 'known' && readOnly.value)
    )
      return;
    const span = readOnly.is === 'known' ? readOnly.span : readOnly.anchor;
    yield {
      message: 'writable',
      data: { name: serviceName(at) },
      span,
      fix: at.fix('review', 'Set read_only to true', at.set(['read_only'], true)),
    };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  «web»:\n    image: web:1.0 # ours\n',
        fixed: 'services:\n  web:\n    image: web:1.0 # ours\n    read_only: true\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    read_only: «false» # yet\n',
        fixed: 'services:\n  web:\n    image: web:1.0\n    read_only: true # yet\n',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    read_only: true\n' },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    read_only: ${READ_ONLY}\n' },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    extends: base\n' },
    ],
  },
});
