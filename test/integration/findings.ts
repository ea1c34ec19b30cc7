import * as vscode from 'vscode';

/** The `source` that our diagnostics carry in the Problems view. */
const SOURCE = 'AI Patterns';

/** Our own findings in a file, as VS Code shows them now. */
export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

/** The rule of a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits, by events and without polling, until the findings in a file are as wanted. */
export async function untilFindings(
  uri: vscode.Uri,
  wanted: (findings: readonly vscode.Diagnostic[]) => boolean,
  what: string,
  limitMs = 10_000,
): Promise<readonly vscode.Diagnostic[]> {
  if (wanted(findingsIn(uri))) return findingsIn(uri);
  return new Promise((resolve, reject) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (!wanted(findingsIn(uri))) return;
      finish();
      resolve(findingsIn(uri));
    });
    const timer = setTimeout(() => {
      finish();
      const seen = findingsIn(uri).map((finding) => `${finding.range.start.line + 1}: ${ruleOf(finding)}`);
      reject(new Error(`${what}: not within ${limitMs} ms; findings are [${seen.join(', ')}]`));
    }, limitMs);
    const finish = (): void => {
      clearTimeout(timer);
      subscription.dispose();
    };
  });
}

/** True for findings of which one starts on the given line, counted from zero. */
export function onLine(line: number): (findings: readonly vscode.Diagnostic[]) => boolean {
  return (findings) => findings.some(({ range }) => range.start.line === line);
}

/** True for no findings at all. */
export function none(findings: readonly vscode.Diagnostic[]): boolean {
  return findings.length === 0;
}
