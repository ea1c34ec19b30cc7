import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Severity } from '../core';
import type { ExpectedFinding } from './rule-cases';

interface Listed {
  readonly expected: readonly ExpectedFinding[];
  readonly faults: readonly string[];
}

/**
 * Reads an `expect.yaml`: for each file the findings that it is to give, `{rule, line?, severity?}` with lines from 1.
 * It serves files that have no comments of their own.
 */
export function readExpectations(file: string): Listed {
  if (!existsSync(file)) return { expected: [], faults: [] };
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { expected: [], faults: [error instanceof Error ? error.message : String(error)] };
  }
  const expected: ExpectedFinding[] = [];
  const faults: string[] = [];
  for (const [path, list] of Object.entries(isRecord(content) ? content : {})) {
    for (const entry of Array.isArray(list) ? list : [list]) {
      const read = expectedFinding(path, entry);
      if (read) expected.push(read);
      else
        faults.push(`"${path}" needs a list of {rule, line, severity}; line and severity may be left out.`);
    }
  }
  return { expected, faults };
}

function expectedFinding(path: string, entry: unknown): ExpectedFinding | undefined {
  if (!isRecord(entry)) return undefined;
  const { rule, line, severity, ...others } = entry;
  const level = severities.find((each) => each === severity);
  const isSound =
    typeof rule === 'string' &&
    (line === undefined || typeof line === 'number') &&
    (severity === undefined || level !== undefined) &&
    Object.keys(others).length === 0;
  if (!isSound) return undefined;
  const lines = line === undefined ? undefined : { first: line - 1, last: line - 1 };
  return { path, rule, severity: level, lines };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
