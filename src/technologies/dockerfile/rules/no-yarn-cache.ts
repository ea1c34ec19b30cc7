import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMounted, runCommands } from '../commands';
import { insertBehind, ships } from '../instructions';
import { packageCommand } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-yarn-cache',
  catalogue: ['yarn-cache-clean'],
  equivalents: ['hadolint:DL3060'],
  severity: 'info',
  certainty: 'likely',
  summary: 'What yarn downloaded stays in the image.',
  why: 'The cache holds every package a second time, and no one reads it.',
  remedy: 'End the same RUN with `yarn cache clean`.',
  references: [hadolint('DL3060')],
  messages: { cache: 'yarn keeps its downloads in the image.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (
      !ships(at) ||
      isMounted(at, '/usr/local/share/.cache') ||
      isMounted(at, '/root/.yarn') ||
      isMounted(at, '/root/.cache')
    )
      return;
    const commands = runCommands(at);
    const install = commands
      .map(packageCommand)
      .find((found) => found?.manager === 'yarn' && found.verb.text === 'install');
    const isClean = commands.some(
      ({ name, words }) => name === 'yarn' && words.some(({ text }) => text === 'clean'),
    );
    if (!install || isClean) return;
    const last = commands.at(-1)?.words.at(-1);
    const isPlain =
      last && commands.every(({ operator }, place) => operator === '&&' || place === commands.length - 1);
    const edits = isPlain ? insertBehind(last, ' && yarn cache clean') : undefined;
    yield {
      message: 'cache',
      span: install.verb.span,
      fix: at.fix('safe', 'Clean up in the same layer', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM node:22\nRUN yarn «install» --frozen-lockfile\n',
        fixed: 'FROM node:22\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
      },
      { path: 'Dockerfile', text: 'FROM node:22\nRUN yarn «install»; yarn build\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM node:22\nRUN yarn install && yarn cache clean\n' },
      {
        path: 'Dockerfile',
        text: 'FROM node:22\nRUN --mount=type=cache,target=/root/.cache/yarn yarn install\n',
      },
      { path: 'Dockerfile', text: 'FROM node:22\nRUN yarn build\n' },
      { path: 'Dockerfile', text: 'FROM node:22 AS build\nRUN yarn install\nFROM node:22\n' },
    ],
  },
});
