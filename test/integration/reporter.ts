import type { Runner, Test } from 'mocha';

/**
 * Prints one line per test, and at the end the summary that the runner of the host waits for
 * (`test/host/summary.mjs`). Mocha's own reporters write to streams that a web worker does not have.
 */
export class LineReporter {
  private readonly failures: { readonly test: Test; readonly error: Error }[] = [];
  private passed = 0;
  private pending = 0;

  constructor(runner: Runner) {
    runner.on('pass', (test: Test) => {
      this.passed += 1;
      console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test: Test) => {
      this.pending += 1;
      console.log(`  - ${test.fullTitle()}`);
    });
    runner.on('fail', (test: Test, error: Error) => {
      this.failures.push({ test, error });
      console.log(`  ✘ ${test.fullTitle()}`);
    });
    runner.once('end', () => {
      this.printSummary();
    });
  }

  private printSummary(): void {
    this.failures.forEach(({ test, error }, index) => {
      console.log(`\n${index + 1}) ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    console.log(`${this.passed} passed, ${this.failures.length} failed, ${this.pending} skipped`);
  }
}
