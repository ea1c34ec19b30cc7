import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCases, runCase } from '../../scaffold/cases';
import { readFolder, type CollectionFolder } from '../../scaffold/collection';
import { checkTemplate } from '../../scaffold/load-template';
import { describeProblem, type Problem } from '../../scaffold/result';
import { foldersIn } from '../../scaffold/template-source';
import { nodeDisk } from '../../node/node-disk';
import { failWith } from '../scaffold-host';
import { UsageError, exit } from '../streams';
import type { Surroundings } from '../streams';
import type { Command } from '.';

/** What was looked at, and what is wrong with it. */
interface Outcome {
  /** The template, or the template and one of its cases. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** `ai-patterns template lint|test DIR`: checks templates of one's own, or plays their cases; writes nothing. */
export const template: Command = {
  async run(argv, surroundings) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'pretty' } },
    });
    const [task, folder, ...rest] = positionals;
    if ((task !== 'lint' && task !== 'test') || folder === undefined || rest.length > 0)
      throw new UsageError('Write: ai-patterns template lint DIR, or: ai-patterns template test DIR.');
    if (values.format !== 'pretty' && values.format !== 'json')
      throw new UsageError('--format must be pretty or json.');
    const folders = await templatesIn(folder, surroundings);
    const outcomes = task === 'lint' ? folders.map(lint) : (await Promise.all(folders.map(test))).flat();
    surroundings.stdout.write(
      values.format === 'json'
        ? `${JSON.stringify({ version: 1, [task]: outcomes })}\n`
        : textOf(outcomes, task),
    );
    return outcomes.some(({ problems }) => problems.length > 0) ? exit.findings : exit.clean;
  },
};

async function templatesIn(folder: string, { cwd }: Surroundings): Promise<readonly CollectionFolder[]> {
  const absolute = path.resolve(cwd, folder);
  if (!existsSync(absolute)) throw new UsageError(`There is no folder "${folder}".`);
  const files = await readFolder(nodeDisk(absolute), '');
  if (!files.ok) throw failWith(files);
  const folders = foldersIn(files.value);
  if (folders.length > 0) return folders;
  throw new UsageError(`There is no template in "${folder}". A template is a folder with a template.yaml.`);
}

function lint({ path: folder, files }: CollectionFolder): Outcome {
  const { template: checked, problems } = checkTemplate(files);
  const { id } = checked.manifest;
  const isMoved = folder !== '' && problems.length === 0 && id !== folder;
  const moved: Problem = {
    code: 'template-broken',
    message: `The id "${id}" is not the folder's path "${folder}".`,
    path: 'template.yaml',
    line: 1,
    column: 1,
  };
  return { name: id || folder, problems: located(folder, isMoved ? [moved] : problems) };
}

async function test(folder: CollectionFolder): Promise<readonly Outcome[]> {
  const linted = lint(folder);
  if (linted.problems.length > 0) return [linted];
  const cases = loadCases(folder.files);
  if (!cases.ok) return [{ name: linted.name, problems: located(folder.path, cases.problems) }];
  if (cases.value.length === 0) {
    const message = 'There are no cases, so nothing was tested.';
    const next = 'Write cases/<name>/answers.yaml, at least two.';
    return [{ name: linted.name, problems: [{ code: 'case-missing', message, next }] }];
  }
  const { template: checked } = checkTemplate(folder.files);
  const results = await Promise.all(cases.value.map((each) => runCase(checked, each)));
  return results.map(({ name, problems }) => ({ name: `${linted.name} ${name}`, problems }));
}

/** Problems with their paths below the folder that was named. */
function located(folder: string, problems: readonly Problem[]): readonly Problem[] {
  if (folder === '') return problems;
  return problems.map((problem) => ({ ...problem, path: path.posix.join(folder, problem.path ?? '') }));
}

function textOf(outcomes: readonly Outcome[], task: 'lint' | 'test'): string {
  const lines = outcomes.flatMap(({ name, problems }) => [
    `${problems.length > 0 ? 'failed' : 'ok    '}  ${name}`,
    ...problems.map((problem) => `        ${describeProblem(problem)}`),
  ]);
  const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
  const what = task === 'lint' ? 'templates' : 'cases';
  return `${[...lines, `${outcomes.length - failed} ${what} passed, ${failed} failed`].join('\n')}\n`;
}
