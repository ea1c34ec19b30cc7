import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isExtended } from '../services';

export default defineRule({
  id: 'compose/require-healthcheck-for-condition',
  catalogue: ['healthcheck-missing'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A service waits for another to be healthy that cannot tell.',
  why: 'Unless its image has a HEALTHCHECK, Compose stops with an error: the service has no healthcheck configured.',
  remedy: 'Add a `healthcheck` to the service that is waited for.',
  references: [
    { title: 'Compose: startup order', url: 'https://docs.docker.com/compose/how-tos/startup-order/' },
  ],
  messages: { untold: 'Service "{name}" has no healthcheck to wait for.' },
  fix: { none: 'What tells that the service works is known only to its author.' },
  looksAt: [{ view: 'compose/file', path: ['services'] }],
  *check(at): Iterable<Report> {
    for (const service of at.entries()) {
      for (const dependency of service.at('depends_on')?.entries() ?? []) {
        const condition = dependency.text('condition');
        const other = at.at(dependency.key);
        if (condition.is !== 'known' || condition.value !== 'service_healthy' || !other || isExtended(other))
          continue;
        if (other.get('healthcheck').is !== 'absent' || other.has('build')) continue;
        yield { message: 'untold', data: { name: dependency.key }, span: condition.span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    depends_on: { db: { condition: «service_healthy», restart: true } }\n  db: { image: "postgres:17.2" }\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    depends_on: { db: { condition: service_healthy } }\n  db: { image: "postgres:17.2", healthcheck: { test: [CMD, a] } }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    depends_on: { db: { condition: service_started } }\n  db: { image: "postgres:17.2" }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    depends_on: { db: { condition: service_healthy } }\n  db: { build: . }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    depends_on: { db: { condition: service_healthy } }\n  db: { extends: base, image: "db:1" }\n',
      },
    ],
  },
});
