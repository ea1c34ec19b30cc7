import { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { ToolDefinition } from '../../agents/tool-definitions';
import type { Surroundings } from '../streams';

/** What the server serves; it is handed in, so that the protocol's library can be a file of its own. */
export interface ServedTools {
  readonly version: string;
  readonly definitions: readonly ToolDefinition[];
  /** Runs a tool; what it throws is told to the model. */
  call(name: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** The MCP server on standard input and output; ends when the client closes them. */
export async function serveMcp(tools: ServedTools, { stdin }: Surroundings): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    stdin.once('end', resolve);
    stdin.once('close', resolve);
  });
  serveStdio(() => serverOf(tools));
  await closed;
}

// The high-level server wants schemas of a run-time library; our tools have plain JSON schemas and check their own input.
/* eslint-disable @typescript-eslint/no-deprecated */
function serverOf(tools: ServedTools): Server {
  const server = new Server({ name: 'ai-patterns', version: tools.version }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({
    tools: tools.definitions.map(({ name, title, description, inputSchema, writes }) => ({
      name,
      title,
      description,
      inputSchema: { ...inputSchema },
      annotations: {
        readOnlyHint: !writes,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    })),
  }));
  server.setRequestHandler('tools/call', async ({ params }) => {
    try {
      const value = await tools.call(params.name, params.arguments ?? {});
      return { content: [{ type: 'text', text: JSON.stringify(value) }] };
    } catch (error) {
      return {
        isError: true,
        content: [{ type: 'text', text: error instanceof Error ? error.message : String(error) }],
      };
    }
  });
  return server;
}
