import { loadSuites } from 'all-suites';
import * as vscode from 'vscode';
import { createMocha } from './mocha-of-host';
import { printResults, type Results } from './results';

const TIMEOUT_MS = 30_000;

/** Runs every integration suite; VS Code calls it in the extension host, and takes a rejection for a failed run. */
export async function run(): Promise<void> {
  const kind = 'WorkerGlobalScope' in globalThis ? 'web worker' : 'node';
  console.log(`VS Code ${vscode.version}, ${vscode.env.appHost}, ${kind} extension host`);
  if (kind !== AI_PATTERNS_HOST)
    throw new Error(`This is the ${kind} extension host, not the ${AI_PATTERNS_HOST} one.`);
  const mocha = createMocha({ grep: AI_PATTERNS_GREP, timeoutMs: TIMEOUT_MS });
  loadSuites();
  const results = await new Promise<Results>((resolve) => {
    const counted = printResults(
      mocha.run(() => {
        resolve(counted);
      }),
    );
  });
  if (results.failed > 0) throw new Error(`${results.failed} tests failed.`);
  if (results.passed === 0) throw new Error('No test passed, so nothing was tested.');
}
