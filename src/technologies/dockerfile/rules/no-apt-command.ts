import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { packageCommand } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-apt-command',
  catalogue: ['apt-instead-of-apt-get'],
  equivalents: ['hadolint:DL3027', 'checkov:CKV_DOCKER_9', 'kics:run_using_apt', 'semgrep:prefer-apt-get'],
  severity: 'info',
  certainty: 'certain',
  summary: 'A build uses apt, which is made for people.',
  why: 'apt says itself that its command line is not stable: a new version may ask other questions or name options differently.',
  remedy: 'Use `apt-get`, or `apt-cache` to search.',
  references: [
    {
      title: 'Debian: apt(8), script usage',
      url: 'https://manpages.debian.org/bookworm/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
    },
    hadolint('DL3027'),
  ],
  messages: { apt: 'apt has no stable command line for scripts.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const [program] = command.words;
      if (command.name !== 'apt' || !program) continue;
      const verb = packageCommand(command)?.verb.text ?? '';
      const isPlain =
        /^(?:install|update|upgrade|remove|purge|autoremove|clean|autoclean)$/.test(verb) &&
        program.text === 'apt';
      const edits = isPlain ? [{ span: program.span, text: 'apt-get' }] : undefined;
      yield { message: 'apt', span: program.span, fix: at.fix('safe', 'Use apt-get', edits) };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN «apt» install -y curl=1\n',
        fixed: 'FROM debian:12\nRUN apt-get install -y curl=1\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN «apt» search curl\n' },
    ],
    good: [{ path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y apt\n' }],
  },
});
