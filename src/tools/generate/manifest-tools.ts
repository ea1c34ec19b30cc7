import { toolDefinitions } from '../../agents/tool-definitions';

/** package.json with its language-model tools as the definitions have them; everything else stays. */
export function manifestWithTools(text: string): string {
  // Checked border: our own package.json.
  const manifest = JSON.parse(text) as { contributes: Record<string, unknown> };
  manifest.contributes['languageModelTools'] = toolDefinitions.map(
    ({ name, title, description, inputSchema }) => ({
      name: `ai-patterns_${name}`,
      toolReferenceName: name,
      displayName: title,
      userDescription: title,
      modelDescription: description,
      canBeReferencedInPrompt: true,
      icon: '$(type-hierarchy)',
      tags: ['ai-patterns', 'scaffold', 'lint'],
      inputSchema,
    }),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
