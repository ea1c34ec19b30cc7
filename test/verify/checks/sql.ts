import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { absent, failed, passed, skipped } from '../outcome';
import { verifyFolder } from '../places';
import { filesLike } from '../project';
import { runCommand } from '../run-command';
import { pinOf } from './formats';

const program = join(verifyFolder, 'python', 'parse_sql.py');

/** SQL of a streaming database is read by sqlglot's dialect, as far as that has a grammar; the detail says how far. */
export const sqlScripts: Check = {
  id: 'sql',
  title: "sqlglot's dialect",
  revision: 1,
  reads: /^(?:verify\.yaml|files\/sql\/)/,
  versions: () => [
    pinOf('sqlglot'),
    createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 12),
  ],
  appliesTo: (component) => component.needs.sql !== undefined,
  run: async (project, bench) => {
    const files = filesLike(project, /\.sql$/);
    const { sql } = project.component.needs;
    if (files.length === 0 || sql === undefined) return absent('no such file');
    const tools = await bench.toolEnvironment();
    if (tools.is === 'missing') return skipped(tools.reason);
    const ended = await runCommand(join(tools.bin, 'python'), ['-B', program, sql.dialect, ...files], {
      cwd: project.folder,
      timeoutMs: 60_000,
    });
    return ended.code === 0 ? passed(ended.output.trim()) : failed(ended.output.slice(-3000));
  },
};
