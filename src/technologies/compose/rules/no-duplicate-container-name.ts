import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-duplicate-container-name',
  catalogue: ['duplicate-container-name'],
  equivalents: ['dclint:no-duplicate-container-names'],
  severity: 'error',
  certainty: 'certain',
  summary: 'Two services want the same container name.',
  why: 'Compose refuses the file: a name belongs to one container.',
  remedy: 'Leave `container_name` out, or give each its own.',
  references: [services],
  messages: { duplicate: 'Container name "{name}" is taken by service "{other}".' },
  fix: { none: 'Which of the two keeps the name is known only to the author.' },
  looksAt: [{ view: 'compose/file', path: ['services'] }],
  *check(at): Iterable<Report> {
    const owners = new Map<string, string>();
    for (const service of at.entries()) {
      const name = service.text('container_name');
      if (name.is !== 'known') continue;
      const other = owners.get(name.value);
      if (other !== undefined)
        yield { message: 'duplicate', data: { name: name.value, other }, span: name.span };
      else owners.set(name.value, service.key);
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", container_name: db }\n  b: { image: "b:1.0", container_name: «db», restart: always }\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", container_name: a }\n  b: { image: "b:1.0", container_name: b }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", container_name: "${NAME}" }\n  b: { image: "b:1.0", container_name: "${NAME}" }\n',
      },
    ],
  },
});
