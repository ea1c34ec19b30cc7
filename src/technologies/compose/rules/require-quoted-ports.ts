import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { services } from '../sources';

export default defineRule({
  id: 'compose/require-quoted-ports',
  catalogue: ['ports-unquoted'],
  equivalents: ['dclint:require-quotes-in-ports'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A port is written without quotes.',
  why: 'YAML 1.1 reads `22:22` as a number to the base of 60; tools that read so publish port 1342.',
  remedy: 'Put it in quotes.',
  references: [services],
  messages: { unquoted: 'Port {port} is not in quotes.' },
  fix: 'safe',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const key of ['ports', 'expose']) {
      for (const item of at.at(key)?.items() ?? []) {
        const { node } = item;
        if (node?.type !== 'scalar' || node.style !== 'plain' || item.text().is !== 'known') continue;
        const edits = [{ span: node.span, text: `"${node.text}"` }];
        yield {
          message: 'unquoted',
          data: { port: node.text },
          span: node.span,
          fix: at.fix('safe', 'Put it in quotes', edits),
        };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports:\n      - «22:22» # ssh\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n    ports:\n      - "22:22" # ssh\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    expose: [«8080», "90"]\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n    expose: ["8080", "90"]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: ["22:22", "80", { target: 80 }]\n',
      },
    ],
  },
});
