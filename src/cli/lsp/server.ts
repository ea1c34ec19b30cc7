import { fileURLToPath } from 'node:url';
import path from 'node:path';
import {
  CodeActionKind,
  DiagnosticSeverity,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
  createConnection,
} from 'vscode-languageserver/node';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Project, Severity } from '../../core';

/** What the server works on; handed in, so that the protocol's library can be a file of its own. */
export interface ServedProject {
  readonly version: string;
  /** Makes the project of a workspace folder. */
  open(folder: string): Promise<Project>;
}

const pauseMs = 150;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A language server on standard input and output: diagnostics as you type, and quick fixes. */
export async function serveLsp(served: ServedProject): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const server = new Server(served, connection);
  await server.run();
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private project: Promise<Project> | undefined;
  private folder = process.cwd();

  constructor(
    private readonly served: ServedProject,
    private readonly connection: ReturnType<typeof createConnection>,
  ) {}

  run(): Promise<void> {
    const { connection, documents } = this;
    connection.onInitialize(({ workspaceFolders }) => {
      const [first] = workspaceFolders ?? [];
      if (first?.uri.startsWith('file:')) this.folder = fileURLToPath(first.uri);
      this.project = this.served.open(this.folder);
      return {
        capabilities: {
          textDocumentSync: TextDocumentSyncKind.Incremental,
          codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        },
        serverInfo: { name: 'ai-patterns', version: this.served.version },
      };
    });
    documents.onDidChangeContent(({ document }) => {
      clearTimeout(this.timers.get(document.uri));
      this.timers.set(
        document.uri,
        setTimeout(() => void this.publish(document), pauseMs),
      );
    });
    documents.onDidClose(({ document }) => {
      clearTimeout(this.timers.get(document.uri));
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    connection.onCodeAction(async ({ textDocument, range }) => {
      const findings = await this.findingsOf(textDocument.uri);
      return findings
        .filter(({ range: own }) => own.start.line <= range.end.line && own.end.line >= range.start.line)
        .flatMap((finding) => actionOf(textDocument.uri, finding));
    });
    documents.listen(connection);
    connection.listen();
    return new Promise((resolve) => {
      connection.onExit(() => {
        resolve();
      });
    });
  }

  private async publish(document: TextDocument): Promise<void> {
    const project = await this.project;
    const file = this.pathOf(document.uri);
    const format = await project?.prepare(file, document.languageId);
    if (!project || !format) return;
    project.setFile(file, document.getText(), format);
    const findings = await this.findingsOf(document.uri);
    await this.connection.sendDiagnostics({ uri: document.uri, diagnostics: findings.map(diagnosticOf) });
  }

  private async findingsOf(uri: string): Promise<readonly Finding[]> {
    return (await this.project)?.findingsOf(this.pathOf(uri)) ?? [];
  }

  private pathOf(uri: string): string {
    if (!uri.startsWith('file:')) return uri.replace(/^[a-z-]+:\/*/, '');
    return path.relative(this.folder, fileURLToPath(uri)).split(path.sep).join('/');
  }
}

function diagnosticOf({ range, message, rule, severity }: Finding): Diagnostic {
  return { range, message, code: rule, source: 'AI Patterns', severity: severities[severity] };
}

function actionOf(uri: string, finding: Finding): CodeAction[] {
  const { fix } = finding;
  if (!fix) return [];
  const edits = fix.edits.map(({ range, text }) => ({ range, newText: text }));
  return [
    {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding)],
      edit: { changes: { [uri]: edits } },
    },
  ];
}
