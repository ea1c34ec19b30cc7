import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { volumesOf } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-shared-volume',
  catalogue: ['shared-volumes'],
  equivalents: ['kics:shared_volumes_between_containers'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Two services mount the same volume.',
  why: 'What one writes the other reads half-written, and who breaks into one changes the files of the other.',
  remedy: 'Give each service a volume of its own, or mount it read-only in all but one.',
  references: [services],
  messages: { shared: 'Volume "{source}" is mounted by "{other}" too.' },
  fix: { none: 'Which service owns the data is known only to the author.' },
  looksAt: [{ view: 'compose/file', path: [] }],
  *check(at): Iterable<Report> {
    const owners = new Map<string, string>();
    for (const service of at.at('services')?.entries() ?? []) {
      for (const { source, span } of volumesOf(service)) {
        const other = owners.get(source);
        if (other !== undefined && other !== service.key)
          yield { message: 'shared', data: { source, other }, span };
        else owners.set(source, service.key);
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    volumes: [data:/a]\n  b:\n    image: b:1.0\n    volumes: [«data:/b», other:/c]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    volumes: [data:/a, data:/b, "${DATA}:/c"]\n  b:\n    image: b:1.0\n    volumes: [other:/b, "${DATA}:/c"]\n',
      },
    ],
  },
});
