import * as vscode from 'vscode';

const scheme = 'ai-patterns-rule';

/** The generated pages of rules as read-only documents, so that they open in any host. */
export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(private readonly extensionUri: vscode.Uri) {}

  static uriOf(rule: string): vscode.Uri {
    return vscode.Uri.from({ scheme, path: `/${rule}.md` });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const page = vscode.Uri.joinPath(this.extensionUri, 'media', 'rules', uri.path);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  }

  dispose(): void {
    this.registration.dispose();
  }
}
