import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import type { Case, Component, DemoNeeds } from '../component';
import { failed, passed, skipped, type Outcome } from '../outcome';
import { textOf, type Project } from '../project';
import { findPython } from '../python';
import { runCommand } from '../run-command';
import type { Workbench } from '../workbench';

// A proxy that nobody is: whatever asks for something outside fails, and what is asked of this machine goes round it.
const nowhere = 'http://127.0.0.1:9';
const offline = {
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  http_proxy: nowhere,
  https_proxy: nowhere,
  NO_PROXY: '127.0.0.1,localhost',
  no_proxy: '127.0.0.1,localhost',
};

const hasDemo = (component: Component, which: Case): boolean =>
  component.needs.demo?.cases.includes(which.name) ?? false;

/** The whole circle runs, raises its alert, and the new model beats the old one on held-back rows. */
export const demo: Check = {
  id: 'demo',
  title: 'the demo of the README with real components, offline: the new model beats the old one',
  revision: 1,
  versions: () => [],
  appliesTo: hasDemo,
  run: (project, bench) => runDemo(project, bench, () => [], /takes the champion's place/),
};

/** Feedback that means nothing does not get a model through the gate. */
export const shuffledLabels: Check = {
  id: 'shuffled-labels',
  title: 'the same demo with shuffled feedback, offline: the gate refuses',
  revision: 1,
  versions: () => [],
  appliesTo: hasDemo,
  run: (project, bench) => runDemo(project, bench, ({ shuffled }) => [shuffled], /The gate refused/),
};

async function runDemo(
  project: Project,
  bench: Workbench,
  argumentsOf: (needs: DemoNeeds) => readonly string[],
  expected: RegExp,
): Promise<Outcome> {
  const { demo: needs } = project.component.needs;
  if (needs === undefined) return failed('verify.yaml names no demo');
  const python = await findPython('3.13');
  if (python === undefined) return skipped('Python 3.13 is not installed here');
  const missing = await installComponents(project, bench, needs);
  if (missing !== undefined) return skipped(missing);
  const ended = await runCommand(join(project.folder, needs.run), argumentsOf(needs), {
    cwd: project.folder,
    env: { ...offline, PYTHON: python },
    timeoutMs: 1_800_000,
  });
  if (ended.code !== 0 || !expected.test(ended.output)) return failed(ended.output.trim().slice(-3000));
  return passed(scoresIn(join(project.folder, 'demo', 'run', 'report.json')));
}

/** Gives each component the environment of its lock, as its own check makes it; why not, if one cannot be had. */
async function installComponents(
  project: Project,
  bench: Workbench,
  needs: DemoNeeds,
): Promise<string | undefined> {
  for (const component of textOf(project, needs.components).trim().split('\n')) {
    const folder = join(project.folder, component);
    const environment = await bench.environment(join(folder, 'requirements-dev.lock'), '3.13');
    if (environment.is === 'missing') return `${component}: ${environment.reason}`;
    rmSync(join(folder, '.venv'), { recursive: true, force: true });
    symlinkSync(join(environment.bin, '..'), join(folder, '.venv'));
  }
  return undefined;
}

function scoresIn(report: string): string {
  if (!existsSync(report)) return '';
  const [champion, challenger] = ['champion', 'challenger'].map(
    (name) => new RegExp(`"second": \\{[^}]*"${name}": ([\\d.]+)`).exec(readFileSync(report, 'utf8'))?.[1],
  );
  return `average precision ${Number(champion).toFixed(3)} before, ${Number(challenger).toFixed(3)} after`;
}
