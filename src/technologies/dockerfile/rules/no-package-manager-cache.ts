import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMounted, runCommands } from '../commands';
import { insertBehind, ships } from '../instructions';
import { packageCommand } from '../packages';
import { hadolint } from '../sources';
import type { Command } from '../commands';
import type { PackageManager } from '../packages';

export default defineRule({
  id: 'dockerfile/no-package-manager-cache',
  catalogue: ['dnf-yum-zypper-clean'],
  equivalents: [
    'hadolint:DL3032',
    'hadolint:DL3036',
    'hadolint:DL3040',
    'trivy:DS-0015',
    'trivy:DS-0019',
    'trivy:DS-0020',
    'trivy:DS-0027',
    'kics:yum_clean_all_missing',
    'kics:missing_dnf_clean_all',
    'kics:missing_zypper_clean',
    'semgrep:missing-dnf-clean-all',
    'semgrep:missing-zypper-clean',
  ],
  severity: 'info',
  certainty: 'certain',
  summary: 'What a package manager downloaded stays in the image.',
  why: 'The caches of yum, dnf and zypper are hundreds of megabytes that no one reads.',
  remedy: 'End the same RUN with `dnf clean all`, `yum clean all` or `zypper clean`.',
  references: [hadolint('DL3032'), hadolint('DL3040')],
  messages: { cache: '{manager} keeps its downloads in the image.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (!ships(at)) return;
    const commands = runCommands(at);
    for (const [index, command] of commands.entries()) {
      const found = packageCommand(command);
      const cache = found && caches[found.manager];
      if (!found || !cache || isMounted(at, cache.folder) || !cache.verbs.test(found.verb.text)) continue;
      const isClean = commands.slice(index).some((other) => cleans(other, command.name, cache.folder));
      if (isClean) continue;
      const last = commands.at(-1)?.words.at(-1);
      const isPlain =
        last && commands.every(({ operator }, place) => operator === '&&' || place === commands.length - 1);
      const edits = isPlain ? insertBehind(last, ` && ${command.name} ${cache.clean}`) : undefined;
      yield {
        message: 'cache',
        data: { manager: command.name },
        span: found.verb.span,
        fix: at.fix('safe', 'Clean up in the same layer', edits),
      };
      return;
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM fedora:41\nRUN dnf «install» -y curl-8.9.1\n',
        fixed: 'FROM fedora:41\nRUN dnf install -y curl-8.9.1 && dnf clean all\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM centos:7\nRUN yum «install» -y curl && echo done # ok\n',
        fixed: 'FROM centos:7\nRUN yum install -y curl && echo done && yum clean all # ok\n',
      },
      { path: 'Dockerfile', text: 'FROM opensuse/leap:15.6\nRUN zypper «in» -y curl; true\n' },
      {
        path: 'Dockerfile',
        text: 'FROM fedora:41\nRUN dnf clean all && dnf «install» -y curl\n',
        fixed: 'FROM fedora:41\nRUN dnf clean all && dnf install -y curl && dnf clean all\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf install -y curl && dnf clean all\n' },
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf install -y curl && rm -rf /var/cache/dnf\n' },
      {
        path: 'Dockerfile',
        text: 'FROM fedora:41\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y curl\n',
      },
      { path: 'Dockerfile', text: 'FROM fedora:41 AS build\nRUN dnf install -y gcc\nFROM fedora:41\n' },
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf remove curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y curl\n' },
    ],
  },
});

interface Cache {
  readonly folder: string;
  readonly clean: string;
  readonly verbs: RegExp;
}

const yumVerbs = /^(?:install|update|upgrade|groupinstall|localinstall|reinstall|in)$/;

const caches: Readonly<Partial<Record<PackageManager, Cache>>> = {
  yum: { folder: '/var/cache/yum', clean: 'clean all', verbs: yumVerbs },
  dnf: { folder: '/var/cache/dnf', clean: 'clean all', verbs: yumVerbs },
  zypper: {
    folder: '/var/cache/zypp',
    clean: 'clean --all',
    verbs: /^(?:install|in|update|up|patch|dup|dist-upgrade|source-install|si|remove|rm)$/,
  },
};

function cleans({ name, words }: Command, manager: string, folder: string): boolean {
  const texts = words.map(({ text }) => text);
  if (name === 'rm')
    return texts.some(
      (text) => text.startsWith(folder) || text.startsWith('/var/cache/*') || /^\/var\/cache\/?$/.test(text),
    );
  return name === manager && texts.some((text) => text === 'clean' || text === 'cc');
}
