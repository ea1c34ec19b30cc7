import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { UsageError } from './streams';

/** Absolute paths of the files that differ from a commit, new ones included. */
export function changedFiles(reference: string, cwd: string): ReadonlySet<string> {
  if (reference.startsWith('-')) throw new UsageError(`"${reference}" is no commit.`);
  const root = git(['rev-parse', '--show-toplevel'], cwd).trim();
  const names = [
    ...git(['diff', '--name-only', '-z', reference, '--'], root).split('\0'),
    ...git(['ls-files', '--others', '--exclude-standard', '-z'], root).split('\0'),
  ];
  return new Set(names.filter((name) => name !== '').map((name) => path.join(root, name)));
}

function git(argumentsGiven: readonly string[], cwd: string): string {
  const run = spawnSync('git', [...argumentsGiven], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.error) throw new UsageError('--changed needs git, which could not be started.');
  if (run.status !== 0) throw new UsageError(`git could not tell what changed: ${run.stderr.trim()}`);
  return run.stdout;
}
