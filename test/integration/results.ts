import type { Runner, Test } from 'mocha';

/** How many tests passed and failed. */
export interface Results {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Prints one line per test, and at the end the summary that the runner of the host waits for
 * (`test/host/summary.mjs`). Mocha's own reporters write to streams that a web worker does not have.
 */
export function printResults(runner: Runner): Results {
  const results: Results = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  runner.on('pass', (test: Test) => {
    results.passed += 1;
    console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('pending', (test: Test) => {
    results.skipped += 1;
    console.log(`  - ${test.fullTitle()}`);
  });
  runner.on('fail', (test: Test, error: Error) => {
    results.failed += 1;
    failures.push(`\n${results.failed}) ${test.fullTitle()}\n${error.stack ?? error.message}`);
    console.log(`  ✘ ${test.fullTitle()}`);
  });
  runner.once('end', () => {
    failures.forEach((failure) => {
      console.log(failure);
    });
    console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
  });
  return results;
}
