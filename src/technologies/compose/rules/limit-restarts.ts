import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/limit-restarts',
  catalogue: ['restart-policy'],
  equivalents: ['kics:restart_policy_on_failure_not_set_to_5'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service that fails is started again for ever.',
  why: 'A service that cannot start keeps the machine busy and fills the logs, and nobody is told.',
  remedy: 'Set `restart: on-failure:5`, or watch for restarts.',
  references: [services],
  messages: {
    other: 'restart "{value}" has no limit of five tries.',
    missing: 'Service "{name}" has no restart policy.',
  },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const restart = at.text('restart');
    const fix = at.fix('review', 'Try five times', at.set(['restart'], 'on-failure:5'));
    if (restart.is === 'known' && !/^on-failure:[1-5]$/.test(restart.value))
      yield { message: 'other', data: { value: restart.value }, span: restart.span, fix };
    if (restart.is !== 'absent' || isExtended(at) || at.has('deploy', 'restart_policy')) return;
    yield { message: 'missing', data: { name: serviceName(at) }, span: restart.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    restart: «always» # up\n',
        message: 'other',
        fixed: 'services:\n  web:\n    image: web:1.0\n    restart: on-failure:5 # up\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    restart: «on-failure:6»\n',
        message: 'other',
        fixed: 'services:\n  web:\n    image: web:1.0\n    restart: on-failure:5\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  «web»:\n    image: web:1.0\n',
        message: 'missing',
        fixed: 'services:\n  web:\n    image: web:1.0\n    restart: on-failure:5\n',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    restart: on-failure:5\n' },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    restart: ${RESTART}\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    deploy: { restart_policy: { max_attempts: 3 } }\n',
      },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    extends: base\n' },
    ],
  },
});
