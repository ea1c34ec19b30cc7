import type { ExtensionContext } from 'vscode';
import { activate as start } from './vscode/activate';
import type { Api } from './vscode/activate';
import { workspaceDisk } from './vscode/workspace-disk';

/** Called by VS Code in the web-worker extension host. */
export function activate(context: ExtensionContext): Api {
  return start(context, workspaceDisk);
}
