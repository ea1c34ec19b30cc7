import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { deploy } from '../sources';

export default defineRule({
  id: 'compose/require-cpu-limit',
  catalogue: ['cpu-limit-missing'],
  equivalents: ['kics:cpus_not_limited'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service may use all processors of its host.',
  why: 'A maths library that starts a thread per core slows every other service.',
  remedy: 'Set `cpus`, or `deploy.resources.limits.cpus`.',
  references: [deploy],
  messages: { missing: 'Service "{name}" has no CPU limit.' },
  fix: { none: 'How many processors the service needs is known only to the author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    if (
      isExtended(at) ||
      at.has('deploy', 'resources', 'limits', 'cpus') ||
      at.has('cpu_quota') ||
      at.has('cpuset')
    )
      return;
    const limit = at.get('cpus');
    if (limit.is === 'absent')
      yield { message: 'missing', data: { name: serviceName(at) }, span: limit.anchor };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  «web»:\n    image: web:1.0\n    deploy: { resources: { limits: { memory: 1g } } }\n',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    cpus: 1\n' },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    cpu_quota: 50000\n' },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    cpuset: 0-3\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    deploy: { resources: { limits: { cpus: "1" } } }\n',
      },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    extends: base\n' },
    ],
  },
});
