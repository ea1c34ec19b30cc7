import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/require-pids-limit',
  catalogue: ['pids-limit-missing'],
  equivalents: ['kics:pids_limit_not_set'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service may start any number of processes.',
  why: 'A fork bomb, or a data loader that leaks workers, takes the whole machine down.',
  remedy: 'Set `pids_limit`, or `deploy.resources.limits.pids`.',
  references: [services],
  messages: {
    missing: 'Service "{name}" has no limit of processes.',
    none: 'A negative limit is no limit of processes.',
  },
  fix: { none: 'How many processes the service needs is known only to the author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const limit = at.number('pids_limit');
    if (limit.is === 'known' && limit.value < 0) yield { message: 'none', span: limit.span };
    if (limit.is !== 'absent' || isExtended(at) || at.has('deploy', 'resources', 'limits', 'pids')) return;
    yield { message: 'missing', data: { name: serviceName(at) }, span: limit.anchor };
  },
  examples: {
    bad: [
      { path: 'compose.yaml', text: 'services:\n  «web»:\n    image: web:1.0\n', message: 'missing' },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    pids_limit: «-1» # all\n',
        message: 'none',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    pids_limit: 0\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    deploy: { resources: { limits: { pids: 10 } } }\n',
      },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    extends: base\n' },
    ],
  },
});
