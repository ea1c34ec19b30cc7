import type * as vscode from 'vscode';
import type { ViewId } from '../../core';
import { hasResources, reachableViews } from '../../snippets/fitting';
import type { Place } from '../../snippets/fitting';
import type { WorkspaceChecker } from '../workspace-checker';

/** What is known of the cursor's place: language, format, and the kinds of the sub-document around it. */
export async function placeAt(
  checker: WorkspaceChecker,
  editor: vscode.TextEditor | undefined,
): Promise<Place> {
  if (!editor) return { language: '', format: undefined, views: new Set(), isEmpty: true, hasResources: false };
  const { document, selection } = editor;
  const { registry } = await checker.loadParts();
  await checker.settled();
  const kinds = kindsAt(checker, document, selection.active.line);
  return {
    language: document.languageId,
    format: registry.formatOf(document.uri.path, document.languageId)?.id,
    views: new Set(kinds.flatMap((kind) => [...reachableViews(registry, kind)])),
    isEmpty: document.getText().trim() === '',
    hasResources: hasResources(document.getText()),
  };
}

function kindsAt(checker: WorkspaceChecker, document: vscode.TextDocument, line: number): readonly ViewId[] {
  const place = checker.placeOf(document);
  const read = place?.home.project.file(place.path)?.documents() ?? [];
  return read.findLast(({ firstLine }) => firstLine <= line)?.result.kinds ?? [];
}
