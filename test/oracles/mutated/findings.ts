import { readFileSync } from 'node:fs';
import { FileAnalysis, Registry, defaultSettings } from '../../../src/core';
import { formats } from '../../../src/formats';
import { technologyPacks } from '../../../src/generated/technologies';

// Reads YAML texts, one JSON string a line, and prints for each what our rules say of it, for run.mjs.
async function main(): Promise<void> {
  const registry = new Registry(formats, technologyPacks);
  const path = 'manifest.yaml';
  const format = registry.formatOf(path);
  if (!format) throw new Error('no format for YAML');
  await format.load();
  const input = { path, today: '2026-11-23', settings: defaultSettings, partial: false };
  const lines = readFileSync(0, 'utf8').trim().split('\n');
  for (const line of lines) {
    const analysis = new FileAnalysis(registry, format, String(JSON.parse(line)), input);
    analysis.settle();
    const findings = analysis
      .findings()
      .map(({ rule, severity, message, range }) => ({ rule, severity, message, line: range.start.line }));
    process.stdout.write(`${JSON.stringify(findings)}\n`);
  }
}

void main();
