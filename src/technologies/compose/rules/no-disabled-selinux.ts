import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { itemsOf, removeItem } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/no-disabled-selinux',
  catalogue: ['selinux-disabled'],
  equivalents: ['semgrep:selinux-separation-disabled'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'SELinux does not separate the service from its host.',
  why: 'With labels off, a process that breaks out reads what other containers and the host keep.',
  remedy: 'Remove it, and label the mounts with `:z` or `:Z`.',
  references: [security],
  messages: { disabled: '"{option}" switches SELinux off for the service.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { text, span, node } of itemsOf(at, 'security_opt')) {
      if (!/^label[:=]\s*disable$/.test(text)) continue;
      yield {
        message: 'disabled',
        data: { option: text },
        span,
        fix: at.fix('review', 'Remove it', removeItem(at.at('security_opt'), node)),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt:\n      - «label:disable» # mounts\n      - a:b\n',
        fixed: 'services:\n  web:\n    image: web:1.0\n    security_opt:\n      - a:b\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt: [«label=disable», a]\n',
        fixed: 'services:\n  web:\n    image: web:1.0\n    security_opt: [a]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt: [label:type:a]\n',
      },
    ],
  },
});
