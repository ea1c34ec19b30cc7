import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../check';
import type { Component } from '../component';
import { failed, judge, passed, skipped, type Outcome } from '../outcome';
import { textAt } from '../plain-data';
import type { Project } from '../project';
import { findPython } from '../python';
import { runCommand } from '../run-command';
import type { Workbench } from '../workbench';

/** What Python's checks depend on: not the manifests, so that these can change without running all tests again. */
export const pythonFiles =
  /^(?:verify\.yaml|files\/(?:demo\/)?(?:src|tests|samples|locks|sql)\/|files\/(?:demo\/)?(?:pyproject\.toml|requirements|scripts\/check))/;

const wantsPython = (component: Component): boolean => component.needs.python !== undefined;

/** The Python version that a project was generated for. */
export function pythonVersionOf(project: Project): string {
  return (
    textAt(project.case.answers, 'pythonVersion') ?? project.component.needs.python?.defaultVersion ?? '3.13'
  );
}

/** Runs a program of the project's environment in the project, with its sources on the path. */
export async function inEnvironment(
  project: Project,
  bench: Workbench,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const python = project.component.needs.python;
  if (python === undefined) return skipped('not a Python project');
  const version = pythonVersionOf(project);
  const folder = join(project.folder, python.folder);
  const environment = await bench.environment(join(folder, python.lock), version);
  if (environment.is === 'missing') return skipped(environment.reason);
  const ended = await runCommand(join(environment.bin, 'python'), ['-B', '-m', ...args], {
    cwd: folder,
    env: { PYTHONPATH: join(folder, python.source), ...env },
    timeoutMs: 300_000,
  });
  return judge(ended, `Python ${version}${summaryOf(ended.output)}`);
}

function summaryOf(output: string): string {
  const summary = /\d+ passed[^\n]*/.exec(output);
  return summary === null ? '' : `: ${summary[0]}`;
}

/** Ruff has no finding and would format nothing differently. */
export const pythonLint: Check = {
  id: 'ruff',
  title: 'ruff check and ruff format',
  revision: 1,
  reads: pythonFiles,
  versions: () => [],
  appliesTo: wantsPython,
  run: async (project, bench) => {
    const found = await inEnvironment(project, bench, ['ruff', 'check', '--no-cache', '.']);
    return found.is === 'passed'
      ? inEnvironment(project, bench, ['ruff', 'format', '--no-cache', '--check', '.'])
      : found;
  },
};

/** Types hold, strictly. */
export const pythonTypes: Check = {
  id: 'mypy',
  title: 'mypy --strict',
  revision: 1,
  reads: pythonFiles,
  versions: () => [],
  appliesTo: wantsPython,
  run: (project, bench) => inEnvironment(project, bench, ['mypy', '--strict', '--cache-dir=/dev/null']),
};

/** The project's own tests pass with nothing installed but its lock. */
export const pythonTests: Check = {
  id: 'tests',
  title: 'pytest, no broker installed',
  revision: 1,
  reads: pythonFiles,
  versions: () => [],
  appliesTo: wantsPython,
  run: (project, bench) =>
    inEnvironment(project, bench, ['pytest', '-q', '-p', 'no:cacheprovider'], { KAFKA_BOOTSTRAP: '' }),
};

/** The first command of the README does what it says, from nothing. */
export const documentedCommand: Check = {
  id: 'readme-command',
  title: 'the first command of the README, from nothing',
  revision: 1,
  reads: pythonFiles,
  versions: () => [],
  appliesTo: (component, which) => component.needs.python?.commandCases.includes(which.name) ?? false,
  run: async (project) => {
    const command = project.component.needs.python?.command;
    if (command === undefined) return failed('verify.yaml names no command');
    const python = await findPython(pythonVersionOf(project));
    if (python === undefined) return skipped(`Python ${pythonVersionOf(project)} is not installed here`);
    const folder = mkdtempSync(join(tmpdir(), 'verify-'));
    cpSync(project.folder, folder, { recursive: true });
    const ended = await runCommand(command, [], {
      cwd: folder,
      env: { PYTHON: python, KAFKA_BOOTSTRAP: '' },
    });
    rmSync(folder, { recursive: true, force: true });
    return ended.code === 0 ? passed(command) : judge(ended);
  },
};
