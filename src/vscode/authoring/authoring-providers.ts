import type * as vscode from 'vscode';
import type { DiskFactory } from '../scaffold/system-folder';
import { filesOfTemplate, templatePlaceOf } from './template-folders';

/** Completion, definitions and references in templates; the engine is loaded with the first template that is met. */
export class AuthoringProviders
  implements vscode.CompletionItemProvider, vscode.DefinitionProvider, vscode.ReferenceProvider
{
  constructor(private readonly diskFor: DiskFactory) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const place = await templatePlaceOf(document.uri);
    if (!place) return [];
    const { completionsAt } = await import('./template-names');
    const files = await filesOfTemplate(place.folder, this.diskFor);
    const before = document.lineAt(position.line).text.slice(0, position.character);
    return [...completionsAt(files, place.path, before)];
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Definition | undefined> {
    const found = await this.find(document, position);
    return found && found.locations([found.symbol.definition])[0];
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): Promise<vscode.Location[]> {
    const found = await this.find(document, position);
    if (!found) return [];
    const { definition, uses } = found.symbol;
    return found.locations(includeDeclaration ? [definition, ...uses] : uses);
  }

  private async find(document: vscode.TextDocument, position: vscode.Position) {
    const place = await templatePlaceOf(document.uri);
    if (!place) return undefined;
    const { locationOf, symbolAt } = await import('./template-names');
    const symbol = symbolAt(await filesOfTemplate(place.folder, this.diskFor), place.path, position);
    if (!symbol) return undefined;
    const locations = (places: readonly (typeof symbol)['definition'][]): vscode.Location[] =>
      places.map((each) => locationOf(place.folder, each, symbol.name));
    return { symbol, locations };
  }
}
