import { parts } from '../../parts';
import { exit } from '../streams';
import { readListOptions } from './list-options';
import type { Command } from '.';

/** `ai-patterns technologies`: what is known, with the kinds of file and the number of rules. */
export const technologies: Command = {
  async run(argv, { stdout }) {
    const { json } = readListOptions(argv);
    const all = parts.registry.technologies.map(({ slug, title, pattern, homepage, kinds }) => ({
      slug,
      title,
      pattern,
      homepage,
      kinds: kinds.map((kind) => ({
        id: kind.id,
        title: kind.title,
        formats: kind.formats,
        paths: kind.paths ?? [],
      })),
      rules: [...parts.registry.rules.keys()].filter((id) => id.startsWith(`${slug}/`)).length,
    }));
    if (json) {
      stdout.write(`${JSON.stringify({ technologies: all })}\n`);
      return exit.clean;
    }
    const widest = Math.max(...all.map(({ title }) => title.length));
    for (const { title, kinds, rules } of all) {
      stdout.write(
        `${title.padEnd(widest)}  ${String(rules).padStart(3)} rules  ${kinds.map(({ title: kind }) => kind).join(', ')}\n`,
      );
    }
    return exit.clean;
  },
};
