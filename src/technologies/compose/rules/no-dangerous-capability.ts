import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { itemsOf, removeItem } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/no-dangerous-capability',
  catalogue: ['cap-unrestricted'],
  equivalents: ['kics:container_capabilities_unrestricted'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A service gets a capability that reaches beyond its container.',
  why: "With such a capability a process mounts file systems, reads other processes' memory or changes the host's network.",
  remedy: 'Remove it, and give the service only what it was seen to need.',
  references: [security],
  messages: { added: 'Capability {capability} reaches beyond the container.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { text, span, node } of itemsOf(at, 'cap_add')) {
      if (!dangerous.has(text.toUpperCase().replace(/^CAP_/, ''))) continue;
      yield {
        message: 'added',
        data: { capability: text },
        span,
        fix: at.fix('review', `Remove ${text}`, removeItem(at.at('cap_add'), node)),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    cap_add:\n      - IPC_LOCK\n      - «all» # why\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n    cap_add:\n      - IPC_LOCK\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    cap_add: [«CAP_SYS_ADMIN», KILL]\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n    cap_add: [KILL]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    cap_add: [IPC_LOCK, NET_BIND_SERVICE]\n    cap_drop: [ALL]\n',
      },
    ],
  },
});

const dangerous = new Set([
  'ALL',
  'BPF',
  'DAC_READ_SEARCH',
  'MAC_ADMIN',
  'NET_ADMIN',
  'PERFMON',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_TIME',
]);
