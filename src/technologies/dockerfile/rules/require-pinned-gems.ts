import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-gems',
  catalogue: ['npm-gem-go-unpinned'],
  equivalents: ['hadolint:DL3028', 'kics:gem_install_without_version'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A gem is installed in whatever version is newest.',
  why: 'Two builds of one commit may differ.',
  remedy: 'Pin it: `gem install bundler:2.5.23`, or with `--version`.',
  references: [hadolint('DL3028')],
  messages: { unpinned: 'Gem "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'gem' || hasOption(command, '-v', '--version')) continue;
      for (const word of install.operands) {
        if (/:|\$|^\.|\.gem$/.test(word.text)) continue;
        yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM ruby:3.3\nRUN gem install «bundler» rake:13.2.1 # tools\n' }],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM ruby:3.3\nRUN gem install bundler -v 2.5.23 && gem install --version=1.0 rake && gem install tool.gem $GEM\n',
      },
      { path: 'Dockerfile', text: 'FROM ruby:3.3\nRUN gem uninstall bundler\n' },
    ],
  },
});
