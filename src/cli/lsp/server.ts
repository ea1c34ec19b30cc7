import { fileURLToPath } from 'node:url';
import path from 'node:path';
import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
  createConnection,
} from 'vscode-languageserver/node';
import type { CodeAction, CompletionItem, Diagnostic, Hover, Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, IsoDate, Project, Registry, Severity } from '../../core';
import { hoverAt } from '../../lookup/hover';
import type { KeyStore } from '../../lookup/key-store';
import { suggest } from '../../lookup/suggestions';

/** What the server works on; handed in, so that the protocol's library can be a file of its own. */
export interface ServedProject {
  readonly version: string;
  readonly today: IsoDate;
  readonly registry: Registry;
  /** What software defines of its keys. */
  readonly store: KeyStore;
  /** Makes the project of a workspace folder. */
  open(folder: string): Promise<Project>;
}

const pauseMs = 150;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A language server on standard input and output: diagnostics as you type, quick fixes, hovers and completion. */
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
          hoverProvider: true,
          completionProvider: { triggerCharacters: ['='] },
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
    connection.onHover(({ textDocument, position }) => this.hover(textDocument.uri, position));
    connection.onCompletion(({ textDocument, position }) => this.complete(textDocument.uri, position));
    documents.listen(connection);
    connection.listen();
    return new Promise((resolve) => {
      connection.onExit(() => {
        resolve();
      });
    });
  }

  private async hover(uri: string, { line, character }: Position): Promise<Hover | null> {
    const project = await this.project;
    const document = this.documents.get(uri);
    if (!project || !document) return null;
    await this.take(project, document);
    const { registry, store, today } = this.served;
    const parts = await hoverAt({ registry, store, today, project, path: this.pathOf(uri) }, line, character);
    const [first] = parts;
    const value = parts.map(({ markdown }) => markdown).join('\n\n---\n\n');
    return first ? { contents: { kind: 'markdown', value }, range: first.range } : null;
  }

  private async complete(uri: string, { line, character }: Position): Promise<CompletionItem[]> {
    const project = await this.project;
    const document = this.documents.get(uri);
    const file = this.pathOf(uri);
    const format = await project?.prepare(file, document?.languageId);
    if (!project || !document || !format) return [];
    const { registry, store } = this.served;
    const { versions } = project.settingsOf(file);
    const text = document.getText();
    const asked = { registry, store, format, path: file, text, line, column: character, versions };
    const found = await suggest(asked);
    return (found?.items ?? []).map((item) => ({
      label: item.label,
      kind: item.sort === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      detail: item.detail,
      documentation: { kind: 'markdown', value: item.markdown },
      sortText: item.order,
      textEdit: {
        range: {
          start: { line, character: found?.start ?? character },
          end: { line, character: found?.end ?? character },
        },
        newText: item.text,
      },
    }));
  }

  /** Reads a document as it stands now, for what is asked before typing pauses. */
  private async take(project: Project, document: TextDocument): Promise<void> {
    const file = this.pathOf(document.uri);
    const format = await project.prepare(file, document.languageId);
    if (format) project.setFile(file, document.getText(), format);
  }

  private async publish(document: TextDocument): Promise<void> {
    const project = await this.project;
    if (!project) return;
    await this.take(project, document);
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
