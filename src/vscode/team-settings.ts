import * as vscode from 'vscode';
import { NodeView, applyEdits, resolve, settingsFileName } from '../core';
import type { PlainValue } from '../core';
import { yamlFormat } from '../formats/yaml/yaml';

/** Writes a rule's severity into the folder's `.ai-patterns.yaml`, keeping its comments; makes the file if there is none. */
export async function setRuleSeverity(folder: vscode.Uri, rule: string, severity: string): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, settingsFileName);
  const text = await readIfThere(uri);
  const next =
    text === undefined
      ? `version: 1\nrules:\n  ${rule}: "${severity}"\n`
      : await withRule(text, rule, severity);
  if (next === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be changed; mend it first.', settingsFileName),
    );
    return;
  }
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(next));
}

/** The settings' text with one rule changed; undefined where the file is not what it should be. */
async function withRule(text: string, rule: string, severity: string): Promise<string | undefined> {
  const document = yamlFormat.parse(text);
  const root = resolve(document?.root);
  if (!document) return undefined;
  if (!root) return `${text.trimEnd()}\nrules:\n  ${rule}: "${severity}"\n`.trimStart();
  const context = {
    document,
    view: { id: 'settings', title: 'settings' },
    edits: yamlFormat.edits,
    absence: 'complete',
    suppliedElsewhere: [],
    outer: undefined,
  } as const;
  const value: PlainValue = severity;
  const edits = new NodeView(context, root, [], root.span).set(['rules', rule], value);
  return edits && applyEdits(text, edits);
}

async function readIfThere(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
