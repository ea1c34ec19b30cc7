import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { FileAnalysis, defaultSettings } from '../../src/core';
import { parts } from '../../src/parts';
import { shown } from './measure';

/** Files a second over the corpus, against reading them alone; skipped where there is no corpus. */
export async function corpus(smoke: boolean): Promise<void> {
  const root = path.resolve('../shared/corpus');
  if (!existsSync(root)) {
    process.stdout.write('corpus: SKIPPED, ../shared/corpus is not here\n');
    return;
  }
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => parts.registry.formatOf(file) && statSync(file).size <= 64 * 1024);
  for (const { id } of new Set(
    files.map((file) => parts.registry.formatOf(file)).filter((each) => each !== undefined),
  )) {
    await parts.registry.format(id).load();
  }
  const input = { path: '', today: '2026-11-23', settings: defaultSettings, partial: false };
  let checked = Infinity;
  let floor = Infinity;
  for (let round = 0; round < (smoke ? 3 : 15); round++) {
    let start = performance.now();
    for (const file of files) readFileSync(file, 'utf8');
    floor = Math.min(floor, performance.now() - start);
    start = performance.now();
    for (const file of files) {
      const format = parts.registry.formatOf(file);
      if (!format) continue;
      const analysis = new FileAnalysis(parts.registry, format, readFileSync(file, 'utf8'), {
        ...input,
        path: file,
      });
      analysis.settle();
    }
    checked = Math.min(checked, performance.now() - start);
  }
  const perSecond = Math.round((1000 * files.length) / checked);
  process.stdout.write(
    `corpus, ${files.length} files up to 64 KB: ${shown(checked)}, ${perSecond} files/s; reading alone ${shown(floor)}\n`,
  );
}
