import * as vscode from 'vscode';
import { placeSnippet } from '../../snippets/placement';
import type { Snippet } from '../../snippets/snippet';
import { SnippetLibrary } from '../snippets/snippet-library';
import { SnippetPicker } from '../snippets/snippet-picker';
import { placeAt } from '../snippets/snippet-place';
import { SnippetPreview } from '../snippets/snippet-preview';
import type { WorkspaceChecker } from '../workspace-checker';
import { insertSnippetCommand } from './names';

/** "Insert Snippet…": shows what fits the file; with the prefix of a snippet it inserts that one without asking. */
export function registerSnippetCommands(
  { extension }: vscode.ExtensionContext,
  checker: WorkspaceChecker,
): { dispose(): unknown }[] {
  const library = new SnippetLibrary(extension);
  const preview = new SnippetPreview();
  return [
    preview,
    vscode.commands.registerCommand(insertSnippetCommand, async (given: unknown) => {
      const editor = vscode.window.activeTextEditor;
      const snippet =
        typeof given === 'string'
          ? await library.find(given)
          : await choose(library, preview, checker, editor);
      if (snippet) await insert(snippet, editor ?? (await newEditor(snippet)));
      else if (typeof given === 'string') throw new Error(`There is no snippet "${given}".`);
    }),
  ];
}

async function choose(
  library: SnippetLibrary,
  preview: SnippetPreview,
  checker: WorkspaceChecker,
  editor: vscode.TextEditor | undefined,
): Promise<Snippet | undefined> {
  const disabled = vscode.workspace.getConfiguration('aiPatterns').get<string[]>('snippets.disabled', []);
  const place = await placeAt(checker, editor);
  return new SnippetPicker(await library.all(), place, new Set(disabled), preview).choose();
}

async function insert(snippet: Snippet, editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const lines = document.getText().split(/\r?\n/);
  const { start, end, body } = placeSnippet(snippet, lines, selection.active);
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const text = document.eol === vscode.EndOfLine.CRLF ? body.replace(/\n/g, '\r\n') : body;
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  await editor.insertSnippet(new vscode.SnippetString(text), range, options);
  await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
}

/** Without an editor, a snippet starts a file of its own. */
async function newEditor({ languages, path }: Snippet): Promise<vscode.TextEditor> {
  const known = await vscode.languages.getLanguages();
  const language = languages.find((each) => known.includes(each));
  if (language !== undefined)
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language }));
  const unsaved = vscode.Uri.from({ scheme: 'untitled', path });
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(unsaved));
}
