import { shippedTemplates } from '../scaffold-host';
import { exit } from '../streams';
import { readListOptions } from './list-options';
import type { Command } from '.';

/** `ai-patterns templates`: what can be scaffolded. */
export const templates: Command = {
  async run(argv, { stdout }) {
    const { json } = readListOptions(argv);
    const all = await shippedTemplates().all();
    if (json) {
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
