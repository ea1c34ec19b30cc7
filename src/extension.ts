import type { ExtensionContext } from 'vscode';
import { nodeDisk } from './node/node-disk';
import { registerMcpServer } from './vscode/tools/mcp-provider';
import { activate as start } from './vscode/activate';
import type { Api } from './vscode/activate';
import { registerCheckTask } from './vscode/check-task';
import { workspaceDisk } from './vscode/workspace-disk';

/** Called by VS Code in the Node extension host; files on this machine are written through Node, which knows more of them. */
export function activate(context: ExtensionContext): Api {
  context.subscriptions.push(registerMcpServer(context), registerCheckTask(context.extensionUri));
  return start(context, (root) => (root.scheme === 'file' ? nodeDisk(root.fsPath) : workspaceDisk(root)));
}
