import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { filesBelow } from '../component';
import { failed, passed, skipped } from '../outcome';
import { root } from '../places';
import { isMapping, numberAt, textAt } from '../plain-data';
import { runCommand } from '../run-command';

const cli = join(root, 'dist', 'cli.cjs');

/** No rule of ours, not even an opinion, has anything to say about what we generate. */
export const ownRules: Check = {
  id: 'own-rules',
  title: 'ai-patterns check --rules all --fail-on info',
  revision: 1,
  // With other rules the row is stale.
  versions: () => [rulesHash()],
  appliesTo: () => true,
  run: async (project) => {
    if (!existsSync(cli)) return skipped('dist/cli.cjs is not built');
    const args = [
      cli,
      'check',
      '.',
      '--rules',
      'all',
      '--fail-on',
      'info',
      '--format',
      'json',
      '--no-config',
    ];
    const ended = await runCommand(process.execPath, args, { cwd: project.folder, timeoutMs: 120_000 });
    if (ended.code === 0) return passed(`${project.files.length} files`);
    return failed(describe(ended.output));
  },
};

const kept: { hash?: string } = {};

function rulesHash(): string {
  if (kept.hash !== undefined) return kept.hash;
  const hash = createHash('sha256');
  for (const folder of ['core', 'formats', 'shapes', 'technologies', 'systems']) {
    for (const path of filesBelow(join(root, 'src', folder))) hash.update(readFileSync(path));
  }
  kept.hash = hash.digest('hex').slice(0, 12);
  return kept.hash;
}

function describe(output: string): string {
  try {
    const report: unknown = JSON.parse(output);
    const findings = isMapping(report) && Array.isArray(report['findings']) ? report['findings'] : [];
    const lines = findings.map(
      (finding: unknown) =>
        `${textAt(finding, 'path') ?? ''}:${lineOf(finding)} ${textAt(finding, 'rule') ?? ''}: ${textAt(finding, 'message') ?? ''}`,
    );
    return lines.length > 0 ? lines.join('\n') : output.slice(-3000);
  } catch {
    return output.slice(-3000);
  }
}

function lineOf(finding: unknown): number {
  const range = isMapping(finding) ? finding['range'] : undefined;
  const start = isMapping(range) ? range['start'] : undefined;
  return numberAt(start, 'line', -1) + 1;
}
