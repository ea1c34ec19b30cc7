import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { FileAnalysis, Registry, defaultSettings } from '../core';
import type { Finding } from '../core';
import { formats } from '../formats';
import { technologyPacks } from '../generated/technologies';

// node src/tools/run.mjs corpus-findings FOLDER… [--rule ID] [--technology SLUG] [--prod] [--all]
// Says for each rule how many of the files it fires on, and with --rule shows each place, to be read by eye.

const argumentsGiven = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = argumentsGiven.indexOf(name);
  return at < 0 ? undefined : argumentsGiven[at + 1];
};
const values = new Set([option('--rule'), option('--technology')]);
const folders = argumentsGiven.filter((argument) => !argument.startsWith('--') && !values.has(argument));

async function main(): Promise<void> {
  const registry = new Registry(formats, technologyPacks);
  for (const format of formats) await format.load();
  const settings = {
    ...defaultSettings,
    environment: argumentsGiven.includes('--prod') ? ('prod' as const) : ('auto' as const),
    opinions: argumentsGiven.includes('--all'),
  };
  const found: Finding[] = [];
  let files = 0;
  for (const file of folders.flatMap((folder) => [...walk(folder)])) {
    const format = registry.formatOf(file);
    if (!format || statSync(file).size > 2_000_000) continue;
    files++;
    const input = { path: file, today: '2026-11-23', settings, partial: false };
    const analysis = new FileAnalysis(registry, format, readFileSync(file, 'utf8'), input);
    analysis.settle();
    for (const failure of analysis.failures())
      process.stdout.write(`THROWS ${failure.rule} in ${file}: ${failure.message}\n`);
    found.push(...analysis.findings().filter(wanted));
  }
  report(files, found);
}

function wanted({ rule }: Finding): boolean {
  const technology = option('--technology');
  if (option('--rule') !== undefined) return rule === option('--rule');
  return technology === undefined || rule.startsWith(`${technology}/`);
}

function report(files: number, found: readonly Finding[]): void {
  if (option('--rule') !== undefined) {
    for (const finding of found) {
      process.stdout.write(
        `${finding.path}:${finding.range.start.line + 1} ${finding.severity} ${finding.message}\n`,
      );
    }
  }
  const rules = new Map<string, { count: number; paths: Set<string>; severities: Set<string> }>();
  for (const { rule, path: file, severity } of found) {
    const row = rules.get(rule) ?? { count: 0, paths: new Set(), severities: new Set() };
    row.count++;
    row.paths.add(file);
    row.severities.add(severity);
    rules.set(rule, row);
  }
  for (const [rule, row] of [...rules].sort((a, b) => b[1].paths.size - a[1].paths.size)) {
    const share = ((100 * row.paths.size) / files).toFixed(1);
    process.stdout.write(
      `${row.paths.size} files (${share} %), ${row.count} findings, ${[...row.severities].join('+')}  ${rule}\n`,
    );
  }
  process.stdout.write(`${files} files, ${found.length} findings\n`);
}

function* walk(place: string): Iterable<string> {
  if (!statSync(place).isDirectory()) {
    yield place;
    return;
  }
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const inner = path.join(place, entry.name);
    if (entry.isDirectory()) yield* walk(inner);
    else if (entry.isFile()) yield inner;
  }
}

void main();
