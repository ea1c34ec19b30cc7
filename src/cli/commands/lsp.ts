import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KeyStore } from '../../lookup/key-store';
import { parts } from '../../parts';
import { projectOf } from '../check-files';
import { collectFiles } from '../collect-files';
import { version } from '../version';
import { UsageError, exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns lsp --stdio`: a language server for editors other than VS Code. */
export const lsp: Command = {
  async run(argv, surroundings) {
    const { values } = parseArgs({
      args: [...argv],
      options: { stdio: { type: 'boolean', default: false } },
    });
    if (!values.stdio) throw new UsageError('Only --stdio is offered: ai-patterns lsp --stdio.');
    const { serveLsp } = await import('../lsp/server');
    await serveLsp({
      version: version(),
      today: surroundings.today,
      registry: parts.registry,
      store: new KeyStore((technology) =>
        readFile(path.join(__dirname, 'keys', `${technology}.json`), 'utf8'),
      ),
      open: async (folder) => {
        const collected = await collectFiles([folder], folder, folder);
        const options = {
          today: surroundings.today,
          rules: 'recommended',
          noSuppressions: false,
          noConfig: false,
        } as const;
        return (await projectOf(collected, options, surroundings)).project;
      },
    });
    return exit.clean;
  },
};
