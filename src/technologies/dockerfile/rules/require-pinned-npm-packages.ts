import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-npm-packages',
  catalogue: ['npm-gem-go-unpinned'],
  equivalents: ['hadolint:DL3016', 'kics:npm_install_without_pinned_version'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An npm package is installed in whatever version is newest.',
  why: 'Two builds of one commit may differ, and a package that was taken over runs its scripts in the build.',
  remedy: 'Pin it: `npm install -g pm2@5.4.3`, or use `npm ci` with a lock file.',
  references: [hadolint('DL3016')],
  messages: { unpinned: 'Package "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'npm') continue;
      for (const word of install.operands) {
        if (/.@(?!latest$)|\$|^\.|^\/|:|\.tgz$|^[\w.-]+\/[\w.-]+#/.test(word.text)) continue;
        yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM node:22\nRUN npm install -g «pm2» yarn@1.22.22 # tools\n' },
      { path: 'Dockerfile', text: 'FROM node:22\nRUN npm i «@scope/tool»\n' },
      { path: 'Dockerfile', text: 'FROM node:22\nRUN npm i «pm2@latest»\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM node:22\nRUN npm install && npm i @scope/tool@1.0.0 ./lib git+https://github.com/a/b lib.tgz $PACKAGE\n',
      },
      { path: 'Dockerfile', text: 'FROM node:22\nRUN npm uninstall pm2\n' },
    ],
  },
});
