import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-privileged-service',
  catalogue: ['privileged-service'],
  equivalents: ['kics:privileged_containers_enabled', 'semgrep:privileged-service'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A service can do on its host whatever root can.',
  why: 'All isolation of the container is off: who breaks into it owns the machine.',
  remedy: 'Remove `privileged`; GPUs are reserved under `deploy.resources`, single devices under `devices`.',
  references: [services],
  messages: { privileged: 'The service runs privileged, with all rights of root on its host.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: ['privileged'] }],
  *check(at): Iterable<Report> {
    const privileged = at.boolean();
    if (privileged.is !== 'known' || !privileged.value) return;
    yield {
      message: 'privileged',
      span: privileged.span,
      fix: at.fix('review', 'Remove privileged', at.remove()),
    };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  build:\n    image: docker:27\n    privileged: «true» # dind\n',
        fixed: 'services:\n  build:\n    image: docker:27\n',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  build:\n    image: docker:27\n    privileged: false\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  build:\n    image: docker:27\n    privileged: ${PRIVILEGED}\n',
      },
    ],
  },
});
