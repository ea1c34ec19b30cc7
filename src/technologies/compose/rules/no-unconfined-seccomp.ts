import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { itemsOf, removeItem } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/no-unconfined-seccomp',
  catalogue: ['seccomp-disabled'],
  equivalents: ['kics:default_seccomp_profile_disabled', 'semgrep:seccomp-confinement-disabled'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The filter of system calls is switched off.',
  why: 'Unconfined, a container may make every system call of the kernel, and most ways out of a container begin with a rare one.',
  remedy: 'Remove it; the default profile suits nearly all programs.',
  references: [security],
  messages: { unconfined: '"{option}" switches the filter of system calls off.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { text, span, node } of itemsOf(at, 'security_opt')) {
      if (!/^seccomp[:=]\s*unconfined$/.test(text)) continue;
      yield {
        message: 'unconfined',
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
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt:\n      - «seccomp:unconfined» # perf\n      - label:type:a\n',
        fixed: 'services:\n  web:\n    image: web:1.0\n    security_opt:\n      - label:type:a\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt: [«seccomp=unconfined», a]\n',
        fixed: 'services:\n  web:\n    image: web:1.0\n    security_opt: [a]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  web:\n    image: web:1.0\n    security_opt: [seccomp:profile.json, apparmor:unconfined]\n',
      },
    ],
  },
});
