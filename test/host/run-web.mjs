/** Runs a suite in the web-worker extension host that the real workbench starts inside the browser. */
import { runSuite } from './run-suite.mjs';

/** Resolves to an exit code; the suite has to be one bundled file, since a worker has no file system to load from. */
export const runInWebHost = (options) =>
  runSuite({
    ...options,
    kind: 'web',
    testsPath: options.testsPath.endsWith('.js') ? options.testsPath : `${options.testsPath}.js`,
  });
