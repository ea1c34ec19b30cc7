import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { deploy } from '../sources';

export default defineRule({
  id: 'compose/require-memory-limit',
  catalogue: ['memory-limit-missing'],
  equivalents: ['kics:memory_not_limited'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service may take all the memory of its host.',
  why: "A model that grows takes the machine's memory; the kernel then kills whatever it finds.",
  remedy: 'Set `mem_limit`, or `deploy.resources.limits.memory`.',
  references: [deploy],
  messages: { missing: 'Service "{name}" has no memory limit.' },
  fix: { none: 'How much memory the service needs is known only to the author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    if (isExtended(at) || at.has('deploy', 'resources', 'limits', 'memory')) return;
    const limit = at.get('mem_limit');
    if (limit.is === 'absent')
      yield { message: 'missing', data: { name: serviceName(at) }, span: limit.anchor };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  «web»:\n    image: web:1.0\n    deploy: { resources: { limits: { cpus: "1" } } }\n',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    mem_limit: 1g\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    deploy: { resources: { limits: { memory: 1g } } }\n',
      },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    extends: base\n' },
    ],
  },
});
