import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Call, Sandbox } from './command-line';

/** The built command line. */
export const program = path.resolve(import.meta.dirname, '../../../dist/cli.cjs');

/** Runs the built program, beside which the shipped templates lie, in a sandbox's folder. */
export function call(box: Sandbox, ...argv: string[]): Call {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: box.folder,
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Writes a collection `patterns` of these templates and names it in the settings. */
export function collection(box: Sandbox, files: Readonly<Record<string, string>>): void {
  box.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`patterns/${name}`, text])));
  box.write({ '.ai-patterns.yaml': 'version: 1\ntemplates: [patterns]\n' });
}
