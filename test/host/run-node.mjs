/** Runs a suite in the Node extension host of the real VS Code server. */
import { runSuite } from './run-suite.mjs';

/** Resolves to an exit code; see runSuite for the options. */
export const runInNodeHost = (options) => runSuite({ ...options, kind: 'node' });
