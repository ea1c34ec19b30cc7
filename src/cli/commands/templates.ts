import { parseArgs } from 'node:util';
import { templatesFor } from '../own-templates';
import { workspaceRoot } from '../scaffold-host';
import { UsageError, exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns templates`: what can be scaffolded. */
export const templates: Command = {
  async run(argv, surroundings) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        dest: { type: 'string', default: '.' },
        trust: { type: 'string', multiple: true, default: [] },
        format: { type: 'string', default: 'pretty' },
      },
    });
    if (values.format !== 'pretty' && values.format !== 'json')
      throw new UsageError('--format must be pretty or json.');
    const { stdout } = surroundings;
    const root = workspaceRoot(values.dest, surroundings);
    const all = await (await templatesFor(root, values.trust, surroundings)).store.all();
    if (values.format === 'json') {
      const shown = all.map(
        ({ manifest: { id, version, title, description, questions, provides, requires } }) => ({
          id,
          pattern: id.slice(0, id.indexOf('/')),
          version,
          title,
          description,
          questions,
          provides,
          requires,
        }),
      );
      stdout.write(`${JSON.stringify({ templates: shown })}\n`);
      return exit.clean;
    }
    for (const { manifest } of all)
      stdout.write(`${manifest.id}  ${manifest.version}  ${manifest.title}\n    ${manifest.description}\n`);
    return exit.clean;
  },
};
