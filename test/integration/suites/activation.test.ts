import * as vscode from 'vscode';
import { assert, assertEqual } from '../expect';
import { getExtension, getManifest } from '../extension-under-test';

const ACTIVATION_LIMIT_MS = 2_000;

describe('the extension', () => {
  it(`activates within ${ACTIVATION_LIMIT_MS} ms`, async () => {
    // A startup event may have been quicker than this suite; then the UI tests' figure is the one to look at.
    const already = getExtension().isActive;
    const started = performance.now();
    await getExtension().activate();
    const tookMs = performance.now() - started;
    console.log(already ? '    was active already' : `    activation took ${tookMs.toFixed(0)} ms`);
    assert(getExtension().isActive, 'it is not active');
    assert(tookMs < ACTIVATION_LIMIT_MS, `it took ${tookMs.toFixed(0)} ms`);
  });

  it('registers exactly the commands that its manifest shows', async () => {
    await getExtension().activate();
    const shown = getManifest().contributes.commands.map(({ command }) => command);
    assert(shown.length > 0, 'the manifest shows no command');
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('aiPatterns.'));
    // VS Code adds a focus command, and others, for each view; they are not ours to show.
    const own = registered.filter((id) => !isOfView(id));
    assertEqual(own.sort(), [...shown].sort(), 'commands');
  });
});

function isOfView(command: string): boolean {
  return /\.(focus|open|resetViewLocation|removeView|toggleVisibility)$/.test(command);
}
