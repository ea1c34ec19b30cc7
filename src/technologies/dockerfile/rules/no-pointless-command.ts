import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-pointless-command',
  catalogue: ['nonsensical-command'],
  equivalents: ['hadolint:DL3001', 'kics:run_utilities_and_posix_commands', 'semgrep:nonsensical-command'],
  severity: 'info',
  certainty: 'likely',
  summary: 'A build runs a program that makes no sense there.',
  why: 'A build has no terminal, no services and no processes to look at; the command is a left-over, or fails.',
  remedy: 'Remove it.',
  references: [hadolint('DL3001')],
  messages: { pointless: '{program} makes no sense in a build.' },
  fix: { none: 'What it was to do is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const { name, words } of runCommands(at)) {
      const [program] = words;
      if (program && pointless.has(name))
        yield { message: 'pointless', data: { program: name }, span: program.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN true && «top» -b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN [«"ps"», "-d"]\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y vim\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nCMD ["top"]\n' },
    ],
  },
});

const pointless = new Set([
  'free',
  'ifconfig',
  'kill',
  'mount',
  'ps',
  'service',
  'shutdown',
  'ssh',
  'top',
  'vim',
]);
