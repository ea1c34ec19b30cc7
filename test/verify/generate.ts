import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { settleAnswers } from '../../src/scaffold/answers';
import { loadTemplate } from '../../src/scaffold/load-template';
import { renderTemplate } from '../../src/scaffold/render';
import { describeProblem, type Result } from '../../src/scaffold/result';
import { filesBelow, type Case, type Component } from './component';
import { root, workFolder } from './places';
import { projectIn, type Project } from './project';
import { runCommand } from './run-command';

/** Generates one component with one set of answers, through the command line where that can scaffold. */
export async function generate(component: Component, which: Case): Promise<Project> {
  const folder = join(workFolder, 'projects', component.id, which.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const cli = join(root, 'dist', 'cli.cjs');
  if (!existsSync(cli) && component.id.startsWith('blueprints/'))
    throw new Error('dist/cli.cjs is not built');
  if (!existsSync(cli)) return inProcess(component, which, folder);
  const made = await runCommand(
    process.execPath,
    [
      cli,
      'new',
      component.id.replace(/^blueprints\//, ''),
      '--dest',
      folder,
      '--answers',
      which.answersFile,
      '--yes',
    ],
    { cwd: root, timeoutMs: 60_000 },
  );
  if (made.code === 2 && made.output.includes('no command "new"')) return inProcess(component, which, folder);
  if (made.code !== 0) throw new Error(`ai-patterns new ended with ${made.code}: ${made.output}`);
  return projectIn(folder, component, which);
}

/** Renders without the command line, for a build that has no `new` yet; the files are the same. */
function inProcess(component: Component, which: Case, folder: string): Project {
  const sources = filesBelow(component.folder).map((path) => ({
    path: relative(component.folder, path).split(sep).join('/'),
    bytes: readFileSync(path),
  }));
  const template = valueOf(loadTemplate(sources));
  const files = valueOf(renderTemplate(template, valueOf(settleAnswers(template.manifest, which.answers))));
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes);
    if (file.executable) chmodSync(path, 0o755);
  }
  return projectIn(folder, component, which);
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(describeProblem).join('\n'));
}
