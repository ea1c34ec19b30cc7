import * as vscode from 'vscode';

const providerId = 'aiPatterns.mcp';

/** Offers the command line's MCP server to VS Code; only where there is a Node to run it and the workspace is trusted. */
export function registerMcpServer(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.lm.registerMcpServerDefinitionProvider(providerId, {
    provideMcpServerDefinitions: () => {
      const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
      if (!folder || !vscode.workspace.isTrusted) return [];
      const program = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.cjs').fsPath;
      const server = new vscode.McpStdioServerDefinition(
        vscode.l10n.t('AI Patterns'),
        process.execPath,
        [program, 'mcp', '--workspace', folder.uri.fsPath],
        // On the desktop the executable is Electron, which runs as Node when told so.
        { ELECTRON_RUN_AS_NODE: '1' },
      );
      return [server];
    },
  });
}
