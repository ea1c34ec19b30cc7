import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-shared-propagation',
  catalogue: ['shared-volumes'],
  equivalents: ['kics:volume_mounted_in_multiple_containers'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'What a service mounts shows up on its host.',
  why: 'With shared propagation a mount made inside the container appears on the host and in every other container that has the folder.',
  remedy: "Use `rprivate`, the default, or `rslave` to see the host's mounts.",
  references: [services],
  messages: { shared: 'Propagation "{value}" carries mounts out of the container.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: ['volumes', '*', 'bind', 'propagation'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || !/^r?shared$/.test(value.value)) return;
    yield {
      message: 'shared',
      data: { value: value.value },
      span: value.span,
      fix: at.fix('review', 'Use rprivate', at.set([], 'rprivate')),
    };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    volumes: [{ type: bind, source: ./a, target: /a, bind: { propagation: «rshared», create_host_path: true } }]\n',
        fixed:
          'services:\n  a:\n    image: a:1.0\n    volumes: [{ type: bind, source: ./a, target: /a, bind: { propagation: rprivate, create_host_path: true } }]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    volumes: [{ type: bind, source: ./a, target: /a, bind: { propagation: «shared» } }]\n',
        fixed:
          'services:\n  a:\n    image: a:1.0\n    volumes: [{ type: bind, source: ./a, target: /a, bind: { propagation: rprivate } }]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    volumes: [{ type: bind, source: ./a, target: /a, bind: { propagation: rslave } }]\n',
      },
    ],
  },
});
