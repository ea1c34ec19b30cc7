import { parseArgs } from 'node:util';
import { AgentTools } from '../../agents/agent-tools';
import { toolDefinitions } from '../../agents/tool-definitions';
import { findingsOfFiles } from '../../findings-of-files';
import { parts } from '../../parts';
import { checkFiles } from '../check-files';
import { collectFiles } from '../collect-files';
import { version } from '../version';
import { openSystem, shippedTemplates } from '../scaffold-host';
import { exit } from '../streams';
import type { Surroundings } from '../streams';
import type { Command } from '.';

/** `ai-patterns mcp`: the tools for language models over the Model Context Protocol. */
export const mcp: Command = {
  async run(argv, surroundings) {
    const { values } = parseArgs({
      args: [...argv],
      options: { workspace: { type: 'string', default: '.' } },
    });
    const tools = await toolsFor(values.workspace, surroundings);
    const { serveMcp } = await import('../mcp/server');
    await serveMcp(
      { version: version(), definitions: toolDefinitions, call: (name, input) => tools.call(name, input) },
      surroundings,
    );
    return exit.clean;
  },
};

async function toolsFor(workspace: string, surroundings: Surroundings): Promise<AgentTools> {
  const system = await openSystem(workspace, surroundings);
  return new AgentTools({
    templates: shippedTemplates(),
    parts,
    disk: system.disk,
    planHost: system.host,
    checkPaths: async (paths) => {
      const collected = await collectFiles(paths, system.root, system.root);
      const options = {
        paths,
        workspace: system.root,
        changed: undefined,
        format: 'json',
        failOn: 'never',
        rules: 'recommended',
        fix: false,
        baseline: undefined,
        today: surroundings.today,
        noSuppressions: false,
        noConfig: false,
      } as const;
      return (await checkFiles(collected, options, surroundings)).findings;
    },
    checkTexts: (texts) =>
      findingsOfFiles(
        texts.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })),
        surroundings.today,
      ),
  });
}
