import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parts } from '../../parts';
import { reportOfProject } from '../../report/report-of-project';
import { projectOf } from '../check-files';
import { collectFiles } from '../collect-files';
import { readDay } from '../day';
import { exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns report`: one self-contained HTML page with findings by pattern, map, versions and evidence. */
export const report: Command = {
  async run(argv, surroundings) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: 'string', default: 'ai-patterns-report.html' },
        'as-of': { type: 'string' },
      },
    });
    const today = readDay(values['as-of'], surroundings);
    const collected = await collectFiles(
      positionals.length > 0 ? positionals : ['.'],
      undefined,
      surroundings.cwd,
    );
    const { project } = await projectOf(
      collected,
      { today, rules: 'recommended', noSuppressions: false, noConfig: false },
      surroundings,
    );
    const target = path.resolve(surroundings.cwd, values.output);
    const linkOf = (file: string, line: number): string => {
      const relative = path
        .relative(path.dirname(target), path.join(collected.root, file))
        .split(path.sep)
        .join('/');
      return `${encodeURI(relative)}#L${line}`;
    };
    writeFileSync(
      target,
      reportOfProject(project, parts, { title: 'AI Patterns report', asOf: today, linkOf }),
    );
    surroundings.stdout.write(`${values.output}\n`);
    return exit.clean;
  },
};
