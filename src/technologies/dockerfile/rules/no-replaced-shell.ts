import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-replaced-shell',
  catalogue: ['change-default-shell-via-run'],
  equivalents: [
    'hadolint:DL4005',
    'kics:changing_default_shell_using_run_command',
    'semgrep:use-shell-instruction',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: "A build replaces the system's shell.",
  why: 'Scripts of the base image expect the shell that they were written for; `SHELL` changes only what the next instructions use.',
  remedy: 'Use `SHELL ["/bin/bash", "-c"]`.',
  references: [reference, hadolint('DL4005')],
  messages: { replaced: '/bin/sh becomes another shell for every script of the image.' },
  fix: { none: 'SHELL has to name the options too.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const { name, words } of runCommands(at)) {
      const target = words.at(-1);
      if (target && ['ln', 'mv', 'cp'].includes(name) && /^\/(?:usr\/)?bin\/sh$/.test(target.text))
        yield { message: 'replaced', span: target.span };
    }
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM debian:12\nRUN ln -sf /bin/bash «/bin/sh» && true\n' }],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN ln -s /bin/sh /bin/shell && cat /bin/sh\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\n' },
    ],
  },
});
