import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended, serviceName } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/require-healthcheck',
  catalogue: ['healthcheck-missing'],
  equivalents: ['kics:healthcheck_not_set'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service does not say how to tell that it works.',
  why: 'A running process counts as a working one: what depends on it starts too early, and one that hangs is not seen.',
  remedy: 'Add a `healthcheck`.',
  references: [services],
  messages: {
    missing: 'Service "{name}" has no healthcheck.',
    disabled: 'The healthcheck of service "{name}" is switched off.',
  },
  fix: { none: 'What tells that the service works is known only to its author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const data = { name: serviceName(at) };
    const disabled = at.boolean('healthcheck', 'disable');
    if (disabled.is === 'known' && disabled.value) yield { message: 'disabled', data, span: disabled.span };
    const check = at.get('healthcheck');
    if (check.is === 'absent' && !isExtended(at)) yield { message: 'missing', data, span: check.anchor };
  },
  examples: {
    bad: [
      { path: 'compose.yaml', text: 'services:\n  «web»:\n    image: web:1.0\n', message: 'missing' },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    healthcheck: { disable: «true», interval: 1s }\n',
        message: 'disabled',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    healthcheck: { test: [CMD, check] }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    healthcheck: { disable: false }\n',
      },
      { path: 'compose.yaml', text: 'services:\n  web:\n    image: web:1.0\n    extends: base\n' },
    ],
  },
});
