import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../../src/cli/run';

/** What a call printed and how it ended. */
export interface Call {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder with files, and the command line in it. */
export class Sandbox {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ai-patterns-cli-')));

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
      writeFileSync(path.join(this.folder, name), text);
    }
  }

  run(...argv: string[]): Promise<Call> {
    return this.runIn('.', ...argv);
  }

  /** Runs the command line in a folder of the sandbox. */
  async runIn(folder: string, ...argv: string[]): Promise<Call> {
    let out = '';
    let err = '';
    const code = await run(argv, {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      stdin: Readable.from([]),
      cwd: path.join(this.folder, folder),
      environment: {},
      today: '2026-11-23',
    });
    return { code, out, err };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
