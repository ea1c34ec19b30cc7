import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { installOf, packageCommand } from '../packages';
import { bestPractices } from '../sources';
import type { PackageCommand } from '../packages';

export default defineRule({
  id: 'dockerfile/no-update-alone',
  catalogue: ['update-alone'],
  equivalents: ['checkov:CKV_DOCKER_5', 'trivy:DS-0017', 'kics:update_instruction_alone'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Package lists are fetched in a layer of their own.',
  why: 'The layer is kept: a later build that installs one package more uses the lists of months ago, and does not find the version or gets an old one.',
  remedy: 'Fetch and install in one RUN: `apt-get update && apt-get install …`.',
  references: [bestPractices],
  messages: { alone: 'The lists fetched here are cached and go stale.' },
  fix: { none: 'Joining two instructions may change what they do.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const found = runCommands(at).map(packageCommand);
    const update = found.find((each) => each && isUpdate(each));
    const others = runCommands(at).some(
      (command) =>
        installOf(command) !== undefined ||
        /^(?:upgrade|dist-upgrade|full-upgrade|up|dup|distro-sync|build-dep)$/.test(
          packageCommand(command)?.verb.text ?? '',
        ),
    );
    if (update && !others) yield { message: 'alone', span: update.verb.span };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get «update» # lists\nRUN apt-get install -y curl\n',
      },
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk «update»\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get update && apt-get upgrade -y\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN pip update\n' },
    ],
  },
});

function isUpdate({ manager, verb, operands }: PackageCommand): boolean {
  if (manager === 'apt' || manager === 'apk') return verb.text === 'update';
  if (operands.length > 0) return false;
  if (manager === 'yum' || manager === 'dnf') return /^(?:makecache|check-update|update)$/.test(verb.text);
  return manager === 'zypper' && /^(?:refresh|ref|update)$/.test(verb.text);
}
