/** Starts the Chromium that shows the workbench to the tests. */
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../src/tools/chromium.mjs';

const ARGUMENTS = [
  '--no-sandbox', // Chromium refuses its sandbox to root, and the page is our own.
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Nothing waits for a network that a test must not need.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Launches a browser without a window; throws ChromiumMissing when there is none. */
export function launchBrowser() {
  return chromium.launch({ executablePath: ensureChromium(), headless: true, args: ARGUMENTS });
}
